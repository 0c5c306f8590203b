/** Places, held to their word. */
@NullMarked
package cn.qianfa.gateway.route;

import org.jspecify.annotations.NullMarked;
