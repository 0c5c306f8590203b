/** Tests of the token's making. */
@NullMarked
package cn.qianfa.gateway.token;

import org.jspecify.annotations.NullMarked;
