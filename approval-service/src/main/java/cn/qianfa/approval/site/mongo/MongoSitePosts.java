package cn.qianfa.approval.site.mongo;

import cn.qianfa.approval.site.SitePost;
import cn.qianfa.approval.site.SitePosts;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The posts of collection {@code posts}; the store itself lets no marker stand on two. */
@Component
final class MongoSitePosts implements SitePosts {
    private final MongoCollection<Document> documents;

    @Autowired
    MongoSitePosts(MongoDatabase database) {
        this(database.getCollection("posts"));
    }

    /** Declares the indexes it asks by. */
    MongoSitePosts(MongoCollection<Document> documents) {
        this.documents = documents.withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        documents.createIndex(Indexes.ascending("marker"), new IndexOptions().unique(true));
        documents.createIndex(Indexes.compoundIndex(Indexes.ascending("account"), Indexes.descending("_id")));
    }

    @Override
    public SitePost put(SitePost post) {
        try {
            documents.insertOne(write(post));
            return post;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            return withMarker(post.marker()).orElseThrow(() -> e);
        }
    }

    @Override
    public Optional<SitePost> withMarker(String marker) {
        return Optional.ofNullable(documents.find(Filters.eq("marker", marker)).first())
                .map(MongoSitePosts::read);
    }

    @Override
    public Optional<SitePost> find(String account, String id) {
        return Optional.ofNullable(documents.find(Filters.eq(id)).first())
                .map(MongoSitePosts::read)
                .filter(post -> post.account().equals(account));
    }

    @Override
    public List<SitePost> list(String account, @Nullable String after, int limit) {
        var filters = new ArrayList<Bson>();
        filters.add(Filters.eq("account", account));
        if (after != null) {
            filters.add(Filters.lt("_id", after));
        }
        return documents
                .find(Filters.and(filters))
                .sort(Sorts.descending("_id"))
                .limit(limit)
                .map(MongoSitePosts::read)
                .into(new ArrayList<>());
    }

    private static Document write(SitePost post) {
        return new Document("_id", post.id())
                .append("marker", post.marker())
                .append("account", post.account())
                .append("unit", post.unit())
                .append("text", post.text())
                .append("at", Date.from(post.at()));
    }

    private static SitePost read(Document stored) {
        return new SitePost(
                stored.getString("_id"),
                stored.getString("marker"),
                stored.getString("account"),
                stored.getString("unit"),
                stored.getString("text"),
                stored.getDate("at").toInstant());
    }
}
