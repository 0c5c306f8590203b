/** The gateway as a whole, over HTTP. */
@NullMarked
package cn.qianfa.gateway;

import org.jspecify.annotations.NullMarked;
