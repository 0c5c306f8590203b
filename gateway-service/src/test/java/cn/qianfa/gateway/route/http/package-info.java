/** Passes requests on, and answers and live streams back. */
@NullMarked
package cn.qianfa.gateway.route.http;

import org.jspecify.annotations.NullMarked;
