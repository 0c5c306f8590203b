/** What the build left: whether it is whole, and how it is laid out to start fast. */
@NullMarked
package cn.qianfa.launcher.build;

import org.jspecify.annotations.NullMarked;
