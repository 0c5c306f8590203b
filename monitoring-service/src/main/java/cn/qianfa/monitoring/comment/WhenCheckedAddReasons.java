package cn.qianfa.monitoring.comment;

import cn.qianfa.contracts.delivery.Cause;
import cn.qianfa.contracts.delivery.Position;
import cn.qianfa.contracts.delivery.Reacted;
import cn.qianfa.contracts.delivery.Versioned;
import cn.qianfa.contracts.event.CommentChecked;
import cn.qianfa.contracts.event.Event;
import java.time.InstantSource;
import java.util.List;

/**
 * Mirrors what the content rules say about a comment. The newest verdict replaces the one before; it may raise a flag,
 * and never takes one back.
 */
public final class WhenCheckedAddReasons {
    private final Comments comments;
    private final InstantSource clock;

    public WhenCheckedAddReasons(Comments comments, InstantSource clock) {
        this.comments = comments;
        this.clock = clock;
    }

    public Reacted react(CommentChecked event, Position at) {
        return comments.find(new CommentId(event.comment()))
                .map(found -> react(found, event, at))
                .orElse(Reacted.DUPLICATE); // its time was over
    }

    private Reacted react(Versioned<Comment> found, CommentChecked event, Position at) {
        var reacted = found.revision().mirror(at);
        if (reacted != Reacted.APPLIED) {
            return reacted;
        }
        var before = found.value();
        var now = event.unchecked() == null ? before.checked(RuleReasons.of(event), clock.instant()) : before;
        comments.save(found.because(new Cause.Event(at)).with(now), newsSince(before, now));
        return Reacted.APPLIED;
    }

    private static List<Event> newsSince(Comment before, Comment now) {
        return before.flagged().isPresent() ? List.of() : now.announcement();
    }
}
