package cn.qianfa.contracts.event;

import java.time.Instant;

/** A drafter handed in a text to be checked and signed; {@code submission} counts from 1 and grows with every resubmission. */
public record DraftSubmitted(
        String draft,
        String unit,
        By by,
        int submission,
        String category,
        String importance,
        String text,
        String contentHash,
        Instant at)
        implements Event {
    @Override
    public String subject() {
        return draft;
    }
}
