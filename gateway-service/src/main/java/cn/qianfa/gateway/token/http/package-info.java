/** Publishes the public keys. */
@NullMarked
package cn.qianfa.gateway.token.http;

import org.jspecify.annotations.NullMarked;
