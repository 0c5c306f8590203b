package cn.qianfa.monitoring.comment;

import cn.qianfa.contracts.delivery.Cause;
import cn.qianfa.contracts.delivery.Receipt;
import cn.qianfa.contracts.delivery.Versioned;
import cn.qianfa.contracts.event.Event;
import cn.qianfa.monitoring.store.InMemoryAggregates;
import java.util.List;
import java.util.Optional;

/** Comments for as long as a test runs. */
public final class InMemoryComments implements Comments {
    private final InMemoryAggregates<Comment> comments = new InMemoryAggregates<>();

    @Override
    public Optional<Versioned<Comment>> find(CommentId id) {
        return comments.find(id.value());
    }

    @Override
    public Optional<Receipt> add(Comment comment, Cause.Command by, List<? extends Event> news) {
        return comments.insert(comment.id().value(), by, comment, news);
    }

    @Override
    public void save(Versioned<? extends Comment> changed, List<? extends Event> news) {
        comments.save(changed.value().id().value(), changed, news);
    }

    public List<Event> announced(CommentId id) {
        return comments.announced(id.value());
    }

    public List<Comment> all() {
        return comments.newestFirst().toList();
    }
}
