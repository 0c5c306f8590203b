/** Hints for live streams: every instance hears of every case. */
@NullMarked
package cn.qianfa.monitoring.alert.kafka;

import org.jspecify.annotations.NullMarked;
