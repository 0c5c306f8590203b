package cn.qianfa.contracts.event;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the content rules see in a comment that helps people answer it. {@code at} is
 * the time of the event it answers: the same event gets the same verdict, byte for byte.
 */
public record CommentChecked(
        String comment,
        String ruleSet,
        String ruleSetHash,
        List<Finding> findings,
        @Nullable String unchecked,
        Instant at)
        implements Event {
    @Override
    public String subject() {
        return comment;
    }
}
