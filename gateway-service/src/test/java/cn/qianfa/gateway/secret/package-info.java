/** Tests of secrets in files. */
@NullMarked
package cn.qianfa.gateway.secret;

import org.jspecify.annotations.NullMarked;
