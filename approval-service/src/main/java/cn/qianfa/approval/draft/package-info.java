/** Drafts: a text with its category, from the first word to its submission (articles 7 to 9). */
@NullMarked
package cn.qianfa.approval.draft;

import org.jspecify.annotations.NullMarked;
