/** Who is on call, as tests see it. */
@NullMarked
package cn.qianfa.monitoring.roster;

import org.jspecify.annotations.NullMarked;
