/** What a rule set refuses, and what its hash covers. */
@NullMarked
package cn.qianfa.rules.ruleset;

import org.jspecify.annotations.NullMarked;
