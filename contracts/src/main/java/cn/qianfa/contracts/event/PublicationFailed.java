package cn.qianfa.contracts.event;

import java.time.Instant;

/** The platform, or the check just before the call, refused the post. */
public record PublicationFailed(
        String publication, String draft, String account, String unit, String reason, Instant at) implements Event {
    @Override
    public String subject() {
        return publication;
    }
}
