/** Tests of signing in, and of who is signed in. */
@NullMarked
package cn.qianfa.gateway.session;

import org.jspecify.annotations.NullMarked;
