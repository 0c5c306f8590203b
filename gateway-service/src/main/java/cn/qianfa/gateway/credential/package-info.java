/** Passwords and activation codes: what a person proves who they are with (article 6). */
@NullMarked
package cn.qianfa.gateway.credential;

import org.jspecify.annotations.NullMarked;
