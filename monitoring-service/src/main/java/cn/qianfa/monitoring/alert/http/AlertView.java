package cn.qianfa.monitoring.alert.http;

import cn.qianfa.contracts.event.CommentFlagged;
import cn.qianfa.monitoring.alert.AlertId;
import cn.qianfa.monitoring.casework.Case;
import cn.qianfa.monitoring.casework.Cases;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The alert of a case's present round, as officers see it. */
record AlertView(
        String id,
        String caseId,
        int round,
        Cases.State state,
        String unit,
        String account,
        String post,
        String comment,
        String urgency,
        List<CommentFlagged.Reason> reasons,
        @Nullable String staff,
        Instant openedAt,
        Instant since,
        @Nullable Instant dueAt,
        @Nullable String acknowledgedBy,
        @Nullable Instant acknowledgedAt,
        List<TellingView> tellings) {
    /** @param tellings how this round was told outward */
    static AlertView of(Case one, List<TellingView> tellings) {
        var matter = one.matter();
        var seen = one instanceof Case.Acknowledged acknowledged ? acknowledged : null;
        return new AlertView(
                AlertId.of(one).value(),
                one.id().value(),
                one.round().number(),
                Cases.State.of(one),
                matter.unit(),
                matter.account(),
                matter.post(),
                matter.comment(),
                matter.urgency().name(),
                matter.reasons(),
                one.round().told(),
                matter.openedAt(),
                one.round().since(),
                one.round().dueAt(),
                seen == null ? null : seen.by().staff(),
                seen == null ? null : seen.at(),
                tellings);
    }
}
