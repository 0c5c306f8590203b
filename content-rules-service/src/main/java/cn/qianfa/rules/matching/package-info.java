/** Finds the terms of a lexicon in a text as it is read, disguised or not, in one pass. */
@NullMarked
package cn.qianfa.rules.matching;

import org.jspecify.annotations.NullMarked;
