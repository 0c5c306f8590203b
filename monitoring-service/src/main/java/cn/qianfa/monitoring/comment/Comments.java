package cn.qianfa.monitoring.comment;

import cn.qianfa.contracts.delivery.Cause;
import cn.qianfa.contracts.delivery.Receipt;
import cn.qianfa.contracts.delivery.Versioned;
import cn.qianfa.contracts.event.Event;
import cn.qianfa.monitoring.registry.Sight;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The comments, each stored together with its news. There is no way to take one away. */
public interface Comments {
    Optional<Versioned<Comment>> find(CommentId id);

    /**
     * Stores a new comment.
     *
     * @return empty if it is stored now; else the receipt of the same command, which stored one before
     */
    Optional<Receipt> add(Comment comment, Cause.Command by, List<? extends Event> news);

    /** @throws cn.qianfa.contracts.delivery.StaleWrite if somebody else wrote it first */
    void save(Versioned<? extends Comment> changed, List<? extends Event> news);

    /** Newest first. */
    List<Versioned<Comment>> page(Query query);

    /** Whether a human has to look. */
    enum State {
        QUIET,
        FLAGGED;

        public static State of(Comment comment) {
            return switch (comment) {
                case Comment.Quiet _ -> QUIET;
                case Comment.Flagged _ -> FLAGGED;
            };
        }
    }

    /**
     * Which comments.
     *
     * @param state null for every state
     * @param post under this post only; null for every post
     * @param after the last comment of the page before; null for the first page
     */
    record Query(
            Sight sight,
            @Nullable State state,
            @Nullable String post,
            @Nullable String after,
            int limit) {}
}
