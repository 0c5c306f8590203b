/** Rosters keep their port's contract. */
@NullMarked
package cn.qianfa.monitoring.roster.mongo;

import org.jspecify.annotations.NullMarked;
