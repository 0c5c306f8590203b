package cn.qianfa.contracts.event;

import java.time.Instant;

/** A signed draft stands on the platform: exactly one post, at this address. */
public record Published(
        String publication,
        String draft,
        String account,
        String unit,
        By by,
        String contentHash,
        String post,
        String address,
        Instant at)
        implements Event {
    @Override
    public String subject() {
        return publication;
    }
}
