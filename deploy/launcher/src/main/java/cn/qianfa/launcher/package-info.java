/** Starts, stops and explains the whole system on one machine. */
@NullMarked
package cn.qianfa.launcher;

import org.jspecify.annotations.NullMarked;
