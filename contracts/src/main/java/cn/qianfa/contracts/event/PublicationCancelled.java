package cn.qianfa.contracts.event;

import java.time.Instant;

/** A publication was called off before it was posted; it never fires. */
public record PublicationCancelled(
        String publication, String draft, String account, String unit, By by, String reason, Instant at)
        implements Event {
    @Override
    public String subject() {
        return publication;
    }
}
