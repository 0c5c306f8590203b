package cn.qianfa.monitoring.casework;

import cn.qianfa.contracts.event.CommentFlagged;
import cn.qianfa.monitoring.classification.Urgency;
import java.time.Instant;
import java.util.List;

/** What a case is about; this never changes. The comment's words stay with the comment. */
public record Matter(
        CaseId id,
        String comment,
        String unit,
        String account,
        String post,
        Urgency urgency,
        List<CommentFlagged.Reason> reasons,
        Instant openedAt) {
    public Matter {
        reasons = List.copyOf(reasons);
    }

    static Matter of(CommentFlagged flag) {
        return new Matter(
                new CaseId(flag.comment()),
                flag.comment(),
                flag.unit(),
                flag.account(),
                flag.post(),
                Urgency.valueOf(flag.urgency()),
                flag.reasons(),
                flag.at());
    }
}
