/** Who is signed in, from which browser, until when. */
@NullMarked
package cn.qianfa.gateway.session;

import org.jspecify.annotations.NullMarked;
