/** Sign-off over HTTP. */
@NullMarked
package cn.qianfa.approval.signoff.http;

import org.jspecify.annotations.NullMarked;
