/** Releasing drafts and looking after their publications, over HTTP. */
@NullMarked
package cn.qianfa.approval.publication.http;

import org.jspecify.annotations.NullMarked;
