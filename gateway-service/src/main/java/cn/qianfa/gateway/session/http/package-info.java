/** Signing in and out, by API and by a plain page; who acts on each request. */
@NullMarked
package cn.qianfa.gateway.session.http;

import org.jspecify.annotations.NullMarked;
