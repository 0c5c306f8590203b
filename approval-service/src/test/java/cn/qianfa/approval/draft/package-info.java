/** Drafts, tried on a memory that stores like the store. */
@NullMarked
package cn.qianfa.approval.draft;

import org.jspecify.annotations.NullMarked;
