package cn.qianfa.gateway.appointment.mongo;

import cn.qianfa.contracts.delivery.Cause;
import cn.qianfa.contracts.delivery.Position;
import cn.qianfa.contracts.delivery.Reacted;
import cn.qianfa.contracts.delivery.Revision;
import cn.qianfa.contracts.delivery.outbox.Aggregates;
import cn.qianfa.contracts.event.Topic;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Updates;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.bson.Document;

/** Documents that hold what another service last told; they announce nothing themselves. */
final class Mirror {
    private static final String TOLD = "told";

    private final Aggregates documents;

    Mirror(MongoDatabase database, String collection, InstantSource clock, Supplier<UUID> ids) {
        documents = new Aggregates(database.getCollection(collection), Topic.REGISTRY, clock, ids, () -> null);
    }

    Optional<Document> find(String id) {
        return documents.find(id).map(Mirror::told);
    }

    static Document told(Document found) {
        return found.get(TOLD, Document.class);
    }

    Reacted take(String id, Document told, Position at) {
        var found = documents.find(id);
        var revision = found.map(Aggregates::revision).orElse(Revision.NEW);
        var reacted = revision.mirror(at);
        if (reacted != Reacted.APPLIED) {
            return reacted;
        }
        if (found.isEmpty()) {
            documents.insert(id, new Cause.Event(at), new Document(TOLD, told), List.of());
            return reacted;
        }
        documents.save(id, revision, new Cause.Event(at), Updates.set(TOLD, told), List.of());
        return reacted;
    }
}
