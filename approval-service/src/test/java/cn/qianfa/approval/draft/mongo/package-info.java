/** Drafts in the store that comes with the product. */
@NullMarked
package cn.qianfa.approval.draft.mongo;

import org.jspecify.annotations.NullMarked;
