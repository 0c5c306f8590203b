package cn.qianfa.monitoring;

import cn.qianfa.contracts.delivery.Cause;
import cn.qianfa.contracts.delivery.Receipt;
import cn.qianfa.contracts.delivery.Versioned;
import cn.qianfa.contracts.event.CommentFlagged;
import cn.qianfa.contracts.event.Event;
import cn.qianfa.monitoring.comment.Comment;
import cn.qianfa.monitoring.comment.CommentId;
import cn.qianfa.monitoring.comment.Comments;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Counts what is stored. */
record CountedComments(Comments comments, MeterRegistry meters) implements Comments {
    @Override
    public Optional<Versioned<Comment>> find(CommentId id) {
        return comments.find(id);
    }

    @Override
    public Optional<Receipt> add(Comment comment, Cause.Command by, List<? extends Event> news) {
        var earlier = comments.add(comment, by, news);
        if (earlier.isEmpty()) {
            var state = State.of(comment).name().toLowerCase(Locale.ROOT);
            MonitoringMeter.COMMENTS.counter(meters, state).increment();
            countFlags(news);
        }
        return earlier;
    }

    @Override
    public void save(Versioned<? extends Comment> changed, List<? extends Event> news) {
        comments.save(changed, news);
        countFlags(news);
    }

    private void countFlags(List<? extends Event> news) {
        for (var event : news) {
            if (event instanceof CommentFlagged flag) {
                var urgency = flag.urgency().toLowerCase(Locale.ROOT);
                MonitoringMeter.FLAGS.counter(meters, urgency).increment();
            }
        }
    }

    @Override
    public List<Versioned<Comment>> page(Query query) {
        return comments.page(query);
    }
}
