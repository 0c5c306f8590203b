/** A back-up of one installation as one file: made while it runs, verified before it is taken back. */
@NullMarked
package cn.qianfa.launcher.backup;

import org.jspecify.annotations.NullMarked;
