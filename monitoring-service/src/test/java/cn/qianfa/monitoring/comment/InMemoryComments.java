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

    @Override
    public List<Versioned<Comment>> page(Query query) {
        return comments.newestFirst()
                .filter(one -> query.sight().covers(one.place().unit()))
                .filter(one -> query.state() == null || query.state() == State.of(one))
                .filter(one ->
                        query.post() == null || query.post().equals(one.place().post()))
                .filter(one -> query.after() == null || one.id().value().compareTo(query.after()) < 0)
                .limit(query.limit())
                .map(one -> find(one.id()).orElseThrow())
                .toList();
    }

    public List<Event> announced(CommentId id) {
        return comments.announced(id.value());
    }

    public List<Comment> all() {
        return comments.newestFirst().toList();
    }
}
