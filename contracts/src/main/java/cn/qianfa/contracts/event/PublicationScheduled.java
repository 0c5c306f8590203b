package cn.qianfa.contracts.event;

import java.time.Instant;

/** A signed draft is about to be posted to one account. */
public record PublicationScheduled(
        String publication,
        String draft,
        String account,
        String unit,
        By by,
        String contentHash,
        Instant publishAt,
        Instant at)
        implements Event {
    @Override
    public String subject() {
        return publication;
    }
}
