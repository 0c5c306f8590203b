/** Credentials in the store. */
@NullMarked
package cn.qianfa.gateway.credential.mongo;

import org.jspecify.annotations.NullMarked;
