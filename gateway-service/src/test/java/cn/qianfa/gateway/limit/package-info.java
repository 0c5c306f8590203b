/** Limits, held to their word. */
@NullMarked
package cn.qianfa.gateway.limit;

import org.jspecify.annotations.NullMarked;
