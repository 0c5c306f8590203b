/** What a comment of the public asks for: it raises the urgency of an answer, never a sanction (article 13). */
@NullMarked
package cn.qianfa.monitoring.classification;

import org.jspecify.annotations.NullMarked;
