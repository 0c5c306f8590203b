package cn.qianfa.monitoring.post.mongo;

import cn.qianfa.contracts.delivery.Applied;
import cn.qianfa.contracts.delivery.Position;
import cn.qianfa.contracts.delivery.Reacted;
import cn.qianfa.contracts.delivery.Revision;
import cn.qianfa.contracts.delivery.StaleWrite;
import cn.qianfa.monitoring.post.Post;
import cn.qianfa.monitoring.post.Posts;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** Posts, one document per publication, with the number of the last event that went in. */
@Component
final class MongoPosts implements Posts {
    private final MongoCollection<Document> posts;

    MongoPosts(MongoDatabase database) {
        posts = database.getCollection("posts").withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        posts.createIndex(Indexes.ascending("post"));
    }

    @Override
    public Optional<Post> find(String id) {
        return Optional.ofNullable(posts.find(Filters.eq("post", id)).first()).map(MongoPosts::read);
    }

    @Override
    public Map<String, Post> find(Collection<String> ids) {
        Map<String, Post> found = new HashMap<>();
        posts.find(Filters.in("post", ids)).map(MongoPosts::read).forEach(post -> found.put(post.id(), post));
        return found;
    }

    @Override
    public Reacted published(Post post, Position at) {
        var found = posts.find(Filters.eq(post.publication())).first();
        return found == null ? begin(post, at) : count(found, at);
    }

    @Override
    public Reacted counted(String publication, Position at) {
        var found = posts.find(Filters.eq(publication)).first();
        return found == null ? Reacted.DUPLICATE : count(found, at);
    }

    private Reacted begin(Post post, Position at) {
        try {
            posts.insertOne(new Document("_id", post.publication())
                    .append("post", post.id())
                    .append("account", post.account())
                    .append("unit", post.unit())
                    .append("address", post.address())
                    .append("publishedAt", Date.from(post.publishedAt()))
                    .append("seq", at.seq())
                    .append("event", at.id()));
            return Reacted.APPLIED;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            throw new StaleWrite("posts", post.publication(), 0);
        }
    }

    private Reacted count(Document found, Position at) {
        var last = new Applied(found.getLong("seq"), found.getString("event"));
        var reacted = new Revision(0, 0, 0, Map.of(at.source(), last), List.of()).follow(at);
        if (reacted == Reacted.APPLIED) {
            var id = found.getString("_id");
            var counted = posts.updateOne(
                    Filters.and(Filters.eq(id), Filters.eq("seq", last.seq())),
                    Updates.combine(Updates.set("seq", at.seq()), Updates.set("event", at.id())));
            if (counted.getMatchedCount() == 0) {
                throw new StaleWrite("posts", id, last.seq());
            }
        }
        return reacted;
    }

    @Override
    public void passedOver(String publication, Position at) {
        posts.updateOne(
                Filters.and(Filters.eq(publication), Filters.lt("seq", at.seq())),
                Updates.combine(Updates.set("seq", at.seq()), Updates.set("event", at.id())));
    }

    private static Post read(Document found) {
        return new Post(
                found.getString("_id"),
                found.getString("post"),
                found.getString("account"),
                found.getString("unit"),
                found.getString("address"),
                found.getDate("publishedAt").toInstant());
    }
}
