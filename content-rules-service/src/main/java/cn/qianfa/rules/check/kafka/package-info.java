/** Verdicts on the broker. */
@NullMarked
package cn.qianfa.rules.check.kafka;

import org.jspecify.annotations.NullMarked;
