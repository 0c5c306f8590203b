package cn.qianfa.approval.publication;

import java.time.Instant;

/**
 * What stands on the platform.
 *
 * @param id the platform's own id
 * @param address where the public reads it
 */
public record Post(String id, String address, Instant at) {}
