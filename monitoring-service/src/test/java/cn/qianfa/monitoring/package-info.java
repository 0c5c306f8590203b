/** What the whole service keeps. */
@NullMarked
package cn.qianfa.monitoring;

import org.jspecify.annotations.NullMarked;
