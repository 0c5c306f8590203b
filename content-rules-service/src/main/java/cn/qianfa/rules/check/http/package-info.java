/** The editors' live check over HTTP. */
@NullMarked
package cn.qianfa.rules.check.http;

import org.jspecify.annotations.NullMarked;
