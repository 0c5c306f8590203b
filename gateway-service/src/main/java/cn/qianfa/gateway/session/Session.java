package cn.qianfa.gateway.session;

import java.time.Instant;

/**
 * One signed-in browser.
 *
 * @param id the hash of its token
 * @param seenAt its last request, to the minute
 */
public record Session(String id, String staff, Instant startedAt, Instant seenAt) {}
