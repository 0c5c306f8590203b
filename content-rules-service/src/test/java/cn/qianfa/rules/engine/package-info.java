/** Every shipped rule with hits, near misses and evasions; verdicts that repeat; costs that are counted. */
@NullMarked
package cn.qianfa.rules.engine;

import org.jspecify.annotations.NullMarked;
