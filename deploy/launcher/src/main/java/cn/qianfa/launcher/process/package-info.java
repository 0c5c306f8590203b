/** Processes that outlive the launcher: how they are started, recognised again, and stopped. */
@NullMarked
package cn.qianfa.launcher.process;

import org.jspecify.annotations.NullMarked;
