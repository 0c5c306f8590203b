package cn.qianfa.monitoring.casework.http;

import cn.qianfa.contracts.delivery.Versioned;
import cn.qianfa.contracts.event.CommentFlagged;
import cn.qianfa.monitoring.casework.Case;
import cn.qianfa.monitoring.casework.Cases;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A case as officers see it. */
record CaseView(
        String id,
        Cases.State state,
        String unit,
        String account,
        String post,
        String comment,
        String urgency,
        List<CommentFlagged.Reason> reasons,
        Instant openedAt,
        int round,
        @Nullable String staff,
        Instant since,
        @Nullable Instant dueAt,
        @Nullable String acknowledgedBy,
        @Nullable Instant acknowledgedAt,
        long version) {
    static CaseView of(Versioned<Case> found) {
        var one = found.value();
        var matter = one.matter();
        var seen = one instanceof Case.Acknowledged acknowledged ? acknowledged : null;
        return new CaseView(
                one.id().value(),
                Cases.State.of(one),
                matter.unit(),
                matter.account(),
                matter.post(),
                matter.comment(),
                matter.urgency().name(),
                matter.reasons(),
                matter.openedAt(),
                one.round().number(),
                one.round().told(),
                one.round().since(),
                one.round().dueAt(),
                seen == null ? null : seen.by().staff(),
                seen == null ? null : seen.at(),
                found.revision().version());
    }
}
