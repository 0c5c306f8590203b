package cn.qianfa.contracts.event;

import java.time.Instant;
import java.util.List;

/** A flagged comment became work for the officer on duty (article 13). */
public record CaseOpened(
        String caseId,
        String unit,
        String comment,
        String account,
        String post,
        String urgency,
        List<CommentFlagged.Reason> reasons,
        Instant at)
        implements Event {
    @Override
    public String subject() {
        return caseId;
    }
}
