/** Activation codes and passwords over HTTP. */
@NullMarked
package cn.qianfa.gateway.credential.http;

import org.jspecify.annotations.NullMarked;
