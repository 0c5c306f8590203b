package cn.qianfa.monitoring.post;

import java.time.Instant;

/** What stands on a platform after publication. */
public record Post(String publication, String id, String account, String unit, String address, Instant publishedAt) {}
