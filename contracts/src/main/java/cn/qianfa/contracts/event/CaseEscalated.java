package cn.qianfa.contracts.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Nobody acknowledged in time; the next person is told. */
public record CaseEscalated(
        String caseId, String unit, int round, @Nullable String staff, Instant at) implements Event {
    @Override
    public String subject() {
        return caseId;
    }
}
