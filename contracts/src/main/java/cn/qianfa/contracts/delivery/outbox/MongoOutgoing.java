package cn.qianfa.contracts.delivery.outbox;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/** News as it waits inside its documents. */
final class MongoOutgoing implements Outgoing {
    private final MongoCollection<Document> documents;
    private final Outbox outbox;

    MongoOutgoing(MongoCollection<Document> documents, Outbox outbox) {
        this.documents = documents;
        this.outbox = outbox;
    }

    @Override
    public List<String> due(Instant before, int limit) {
        return waiting(Filters.lte("pendingAt", Date.from(before)), limit);
    }

    @Override
    public List<String> ahead(Instant time, int limit) {
        return waiting(Filters.gt("pendingAt", Date.from(time)), limit);
    }

    private List<String> waiting(Bson which, int limit) {
        return documents
                .find(which)
                .projection(Projections.include("_id"))
                .sort(Sorts.ascending("pendingAt"))
                .limit(limit)
                .map(document -> document.getString("_id"))
                .into(new ArrayList<>());
    }

    @Override
    public Waiting read(String id) {
        var found = documents
                .find(Filters.eq(id))
                .projection(Projections.include("seq", "outbox"))
                .first();
        if (found == null) {
            return new Waiting(0, List.of());
        }
        return new Waiting(
                found.getLong("seq"),
                found.getList("outbox", Document.class).stream()
                        .map(entry -> outbox.envelope(id, entry))
                        .toList());
    }

    @Override
    public void sent(String id, long upTo, long seq) {
        var taken = Updates.pull("outbox", Filters.lte("seq", upTo));
        if (upTo == seq) {
            var all = documents.updateOne(
                    Filters.and(Filters.eq(id), Filters.eq("seq", seq)),
                    Updates.combine(taken, Updates.unset("pendingAt")));
            if (all.getMatchedCount() > 0) {
                return;
            }
        }
        documents.updateOne(Filters.eq(id), taken); // more came behind it, and still waits
    }

    @Override
    public Optional<Instant> oldest() {
        return Optional.ofNullable(documents
                        .find(Filters.exists("pendingAt"))
                        .projection(Projections.include("pendingAt"))
                        .sort(Sorts.ascending("pendingAt"))
                        .first())
                .map(found -> found.getDate("pendingAt").toInstant());
    }
}
