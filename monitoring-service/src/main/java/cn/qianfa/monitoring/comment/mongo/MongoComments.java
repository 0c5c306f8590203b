package cn.qianfa.monitoring.comment.mongo;

import cn.qianfa.contracts.delivery.Cause;
import cn.qianfa.contracts.delivery.Receipt;
import cn.qianfa.contracts.delivery.Versioned;
import cn.qianfa.contracts.delivery.outbox.Aggregates;
import cn.qianfa.contracts.delivery.wiring.AggregateFactory;
import cn.qianfa.contracts.event.Event;
import cn.qianfa.contracts.event.Topic;
import cn.qianfa.monitoring.comment.Comment;
import cn.qianfa.monitoring.comment.CommentId;
import cn.qianfa.monitoring.comment.Comments;
import com.mongodb.client.model.Updates;
import java.util.List;
import java.util.Optional;
import org.bson.conversions.Bson;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Comments, one document each, with their news inside. */
@Component
final class MongoComments implements Comments {
    private final Aggregates documents;

    @Autowired
    MongoComments(AggregateFactory aggregates) {
        this(aggregates.open("comments", Topic.COMMENTS));
    }

    MongoComments(Aggregates documents) {
        this.documents = documents;
    }

    @Override
    public Optional<Versioned<Comment>> find(CommentId id) {
        return documents
                .find(id.value())
                .map(found -> Versioned.of(CommentFields.read(found), Aggregates.revision(found)));
    }

    @Override
    public Optional<Receipt> add(Comment comment, Cause.Command by, List<? extends Event> news) {
        return documents.insert(comment.id().value(), by, CommentFields.write(comment), news);
    }

    @Override
    public void save(Versioned<? extends Comment> changed, List<? extends Event> news) {
        var state = CommentFields.write(changed.value()).entrySet().stream()
                .map(field -> Updates.set(field.getKey(), field.getValue()))
                .toArray(Bson[]::new);
        documents.save(changed.value().id().value(), changed.revision(), changed.cause(), Updates.combine(state), news);
    }
}
