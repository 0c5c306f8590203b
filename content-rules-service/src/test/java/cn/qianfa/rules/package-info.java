/** The layout this service keeps. */
@NullMarked
package cn.qianfa.rules;

import org.jspecify.annotations.NullMarked;
