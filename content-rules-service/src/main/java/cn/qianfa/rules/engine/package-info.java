/** Checks a content against a rule set: one pass over the text as it is read, a verdict with every finding in its place. */
@NullMarked
package cn.qianfa.rules.engine;

import org.jspecify.annotations.NullMarked;
