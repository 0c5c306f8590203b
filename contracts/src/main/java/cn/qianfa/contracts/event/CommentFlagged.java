package cn.qianfa.contracts.event;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A comment needs a human (article 13); never an action on the comment. */
public record CommentFlagged(
        String comment,
        String unit,
        String account,
        String post,
        String urgency,
        List<Reason> reasons,
        @Nullable By by,
        Instant at)
        implements Event {
    @Override
    public String subject() {
        return comment;
    }

    /** Why: {@code kind} is what looked (sentiment, intent, rules, person), {@code score} how sure it is, from 0 to 1. */
    public record Reason(String kind, String reason, double score) {}
}
