/** Rosters over HTTP. */
@NullMarked
package cn.qianfa.monitoring.roster.http;

import org.jspecify.annotations.NullMarked;
