/** Which service answers which path, and which paths are open to everyone. */
@NullMarked
package cn.qianfa.gateway.route;

import org.jspecify.annotations.NullMarked;
