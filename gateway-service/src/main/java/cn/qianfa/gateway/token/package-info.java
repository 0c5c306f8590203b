/** Tells one service, for one request, who acts. */
@NullMarked
package cn.qianfa.gateway.token;

import org.jspecify.annotations.NullMarked;
