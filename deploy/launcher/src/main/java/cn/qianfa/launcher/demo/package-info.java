/** Fills a running installation with what there is to see, through the gateway's own interface. */
@NullMarked
package cn.qianfa.launcher.demo;

import org.jspecify.annotations.NullMarked;
