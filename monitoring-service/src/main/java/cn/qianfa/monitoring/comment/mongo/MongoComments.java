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
import cn.qianfa.monitoring.mongo.Page;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Comments, one document each, with their news inside. */
@Component
final class MongoComments implements Comments {
    private static final String COLLECTION = "comments";

    private final Aggregates documents;
    private final MongoCollection<Document> comments;

    @Autowired
    MongoComments(AggregateFactory aggregates, MongoDatabase database) {
        this(aggregates.open(COLLECTION, Topic.COMMENTS), database.getCollection(COLLECTION));
    }

    MongoComments(Aggregates documents, MongoCollection<Document> comments) {
        this.documents = documents;
        this.comments = comments;
        comments.createIndex(Indexes.ascending("unit", "_id"));
        comments.createIndex(Indexes.ascending("unit", "state", "_id"));
        comments.createIndex(Indexes.ascending("state", "_id"));
        comments.createIndex(Indexes.ascending("post", "_id"));
    }

    @Override
    public Optional<Versioned<Comment>> find(CommentId id) {
        return documents.find(id.value()).map(MongoComments::read);
    }

    private static Versioned<Comment> read(Document found) {
        return Versioned.of(CommentFields.read(found), Aggregates.revision(found));
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

    @Override
    public List<Versioned<Comment>> page(Query query) {
        var more = new ArrayList<Bson>();
        if (query.state() != null) {
            more.add(Filters.eq("state", query.state().name()));
        }
        if (query.post() != null) {
            more.add(Filters.eq("post", query.post()));
        }
        return new Page(query.sight(), query.after(), query.limit())
                .of(comments, more)
                .map(MongoComments::read)
                .into(new ArrayList<>());
    }
}
