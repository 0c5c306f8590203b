package cn.qianfa.contracts.event;

import java.time.Instant;
import java.util.List;

/** The administrator released a signed draft to these accounts; {@code publishAt} is when. */
public record DraftReleased(
        String draft,
        String unit,
        By by,
        int submission,
        String contentHash,
        List<String> accounts,
        Instant publishAt,
        Instant at)
        implements Event {
    @Override
    public String subject() {
        return draft;
    }
}
