/** Drafts over HTTP. */
@NullMarked
package cn.qianfa.approval.draft.http;

import org.jspecify.annotations.NullMarked;
