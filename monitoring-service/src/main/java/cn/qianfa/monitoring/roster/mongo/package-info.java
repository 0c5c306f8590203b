/** Rosters as documents. */
@NullMarked
package cn.qianfa.monitoring.roster.mongo;

import org.jspecify.annotations.NullMarked;
