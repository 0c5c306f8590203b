package cn.qianfa.contracts.event;

import java.time.Instant;
import java.util.List;

/** The last signature required stands under exactly the content with this hash (article 7). */
public record Approved(
        String draft,
        String unit,
        By by,
        int submission,
        String contentHash,
        String step,
        List<PassedWarning> overrides,
        Instant at)
        implements Event {
    @Override
    public String subject() {
        return draft;
    }

    /** A warning the signer let pass, and why. */
    public record PassedWarning(String rule, String reason) {}
}
