package cn.qianfa.contracts.event;

import java.time.Instant;

/** The officer on duty has seen the alert of this round. */
public record CaseAcknowledged(String caseId, String unit, By by, int round, Instant at) implements Event {
    @Override
    public String subject() {
        return caseId;
    }
}
