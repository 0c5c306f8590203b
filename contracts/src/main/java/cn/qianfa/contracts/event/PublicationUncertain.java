package cn.qianfa.contracts.event;

import java.time.Instant;

/** Nobody knows whether the platform took the post; a person decides with the evidence. */
public record PublicationUncertain(
        String publication, String draft, String account, String unit, String reason, Instant at) implements Event {
    @Override
    public String subject() {
        return publication;
    }
}
