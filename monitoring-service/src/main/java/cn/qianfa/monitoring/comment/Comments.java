package cn.qianfa.monitoring.comment;

import cn.qianfa.contracts.delivery.Cause;
import cn.qianfa.contracts.delivery.Receipt;
import cn.qianfa.contracts.delivery.Versioned;
import cn.qianfa.contracts.event.Event;
import java.util.List;
import java.util.Optional;

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
}
