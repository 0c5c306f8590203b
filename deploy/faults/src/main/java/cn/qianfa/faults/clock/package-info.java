/** A wall clock that can be set, for a Java program that knows nothing of it: an agent, alone in a jar of its own. */
@NullMarked
package cn.qianfa.faults.clock;

import org.jspecify.annotations.NullMarked;
