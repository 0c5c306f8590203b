/** Tests of passwords and activation codes. */
@NullMarked
package cn.qianfa.gateway.credential;

import org.jspecify.annotations.NullMarked;
