/** The work a flagged comment opens: seen by somebody in time, or told to the next (article 13). */
@NullMarked
package cn.qianfa.monitoring.casework;

import org.jspecify.annotations.NullMarked;
