package cn.qianfa.contracts.event;

import java.time.Instant;

/** The author took a submitted draft back before it was signed. */
public record DraftRecalled(String draft, String unit, By by, int submission, Instant at) implements Event {
    @Override
    public String subject() {
        return draft;
    }
}
