package cn.qianfa.contracts.event;

import java.time.Instant;

/** A signer sent a draft back to its author, with the reason (article 7). */
public record DraftReturned(String draft, String unit, By by, int submission, String reason, Instant at)
        implements Event {
    @Override
    public String subject() {
        return draft;
    }
}
