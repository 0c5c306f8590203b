/** The matcher, tested against trying every word at every place. */
@NullMarked
package cn.qianfa.rules.matching;

import org.jspecify.annotations.NullMarked;
