/** The directory everything of one installation lies in: its lock, its secrets, its identity. */
@NullMarked
package cn.qianfa.launcher.home;

import org.jspecify.annotations.NullMarked;
