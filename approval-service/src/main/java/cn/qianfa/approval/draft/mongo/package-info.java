/** Drafts in the store, each in one document with its news. */
@NullMarked
package cn.qianfa.approval.draft.mongo;

import org.jspecify.annotations.NullMarked;
