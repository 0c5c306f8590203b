/** What the checker must catch, planted into the evidence of a campaign that had nothing wrong with it. */
@NullMarked
package cn.qianfa.faults.checker;

import org.jspecify.annotations.NullMarked;
