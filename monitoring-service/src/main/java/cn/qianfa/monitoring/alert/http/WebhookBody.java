package cn.qianfa.monitoring.alert.http;

import cn.qianfa.contracts.event.CommentFlagged;
import cn.qianfa.monitoring.alert.Notice;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What the receiver gets; the comment's words are not in it. */
record WebhookBody(String type, Instant timestamp, Content data) {
    private static final JsonMapper JSON = JsonMapper.shared();

    static byte[] of(Notice notice) {
        var matter = notice.matter();
        return JSON.writeValueAsBytes(new WebhookBody(
                "alert.raised",
                notice.raisedAt(),
                new Content(
                        notice.id().value(),
                        matter.id().value(),
                        notice.id().round(),
                        notice.told(),
                        matter.unit(),
                        matter.account(),
                        matter.post(),
                        matter.comment(),
                        matter.urgency().name(),
                        matter.reasons(),
                        notice.notAfter())));
    }

    /**
     * The alert.
     *
     * @param staff whom to wake; null where nobody is on call
     */
    record Content(
            String alert,
            String caseId,
            int round,
            @Nullable String staff,
            String unit,
            String account,
            String post,
            String comment,
            String urgency,
            List<CommentFlagged.Reason> reasons,
            Instant notAfter) {}
}
