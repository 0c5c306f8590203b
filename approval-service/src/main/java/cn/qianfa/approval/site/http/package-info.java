/** The public pages over HTTP: plain HTML that works without a script, and a feed. */
@NullMarked
package cn.qianfa.approval.site.http;

import org.jspecify.annotations.NullMarked;
