/** A classifier that can be read: weighted phrases, one file, every reason shown with the words it was seen in. */
@NullMarked
package cn.qianfa.monitoring.classification.lexicon;

import org.jspecify.annotations.NullMarked;
