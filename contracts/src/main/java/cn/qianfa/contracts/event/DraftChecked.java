package cn.qianfa.contracts.event;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The verdict of one check of one exact content under one rule set. {@code unchecked} tells why the check itself failed. {@code at} is
 * the time of the event it answers: the same event gets the same verdict, byte for byte.
 */
public record DraftChecked(
        String draft,
        int submission,
        String contentHash,
        String ruleSet,
        String ruleSetHash,
        List<Finding> findings,
        @Nullable String unchecked,
        Instant at)
        implements Event {
    @Override
    public String subject() {
        return draft;
    }
}
