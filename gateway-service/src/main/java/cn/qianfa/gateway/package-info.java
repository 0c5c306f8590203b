/** One front door: credentials, sessions, internal tokens, routes. */
@NullMarked
package cn.qianfa.gateway;

import org.jspecify.annotations.NullMarked;
