/** Drafts that were handed in and comments that came are checked, and the verdicts announced. */
@NullMarked
package cn.qianfa.rules.check;

import org.jspecify.annotations.NullMarked;
