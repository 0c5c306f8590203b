/** What the shipped lexicon sees, and what it must not see. */
@NullMarked
package cn.qianfa.monitoring.classification.lexicon;

import org.jspecify.annotations.NullMarked;
