/** Rule sets: what is looked for, under which article, with which remedy, from when to when; dated, hashed, never changed. */
@NullMarked
package cn.qianfa.rules.ruleset;

import org.jspecify.annotations.NullMarked;
