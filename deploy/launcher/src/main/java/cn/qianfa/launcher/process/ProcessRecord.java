package cn.qianfa.launcher.process;

import java.time.Instant;

/**
 * What is remembered of a part that was started.
 *
 * @param build of which build it is
 * @param logFrom where in its log this run begins, in bytes
 */
public record ProcessRecord(Life life, Instant started, String build, long logFrom) {}
