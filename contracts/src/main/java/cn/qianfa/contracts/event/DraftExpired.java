package cn.qianfa.contracts.event;

import java.time.Instant;

/** A draft was not signed or released before its time, and never will be (article 7). */
public record DraftExpired(String draft, String unit, int submission, Instant at) implements Event {
    @Override
    public String subject() {
        return draft;
    }
}
