/** Reads a text as people read it: one plain character per unit, whatever it was dressed up as, and where each stood. */
@NullMarked
package cn.qianfa.rules.text;

import org.jspecify.annotations.NullMarked;
