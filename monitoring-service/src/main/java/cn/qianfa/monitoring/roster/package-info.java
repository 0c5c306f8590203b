/** Who is on call for a unit, and who is next (article 15). */
@NullMarked
package cn.qianfa.monitoring.roster;

import org.jspecify.annotations.NullMarked;
