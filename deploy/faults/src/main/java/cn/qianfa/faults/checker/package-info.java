/**
 * Judges a campaign by its evidence alone: files of JSON lines, read with nothing but the JDK and Jackson. No class of the
 * product and none of the campaign is used here, so that no error of theirs is repeated in what judges them.
 */
@NullMarked
package cn.qianfa.faults.checker;

import org.jspecify.annotations.NullMarked;
