/** The six parts of the system: their ports, their command lines, and whether they are ready. */
@NullMarked
package cn.qianfa.launcher.part;

import org.jspecify.annotations.NullMarked;
