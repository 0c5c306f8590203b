/** A short campaign in every build, a long one on demand. */
@NullMarked
package cn.qianfa.faults;

import org.jspecify.annotations.NullMarked;
