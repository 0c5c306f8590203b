/** A campaign of faults: the real system under load, killed at random, and the evidence of what became of everything. */
@NullMarked
package cn.qianfa.faults;

import org.jspecify.annotations.NullMarked;
