package cn.qianfa.approval;

import cn.qianfa.contracts.delivery.outbox.Aggregates;
import cn.qianfa.contracts.event.Topic;
import cn.qianfa.embedded.store.StoreServer;
import cn.qianfa.embedded.store.StoreSettings;
import com.fasterxml.uuid.Generators;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.bson.Document;

/** The store that comes with the product, on a free port and in a temporary directory. */
public final class Store implements AutoCloseable {
    public static final InstantSource CLOCK = Clock.tick(Clock.system(ZoneOffset.UTC), Duration.ofMillis(1));

    private final StoreServer server;
    private final MongoClient client;

    public Store(Path directory) {
        server = StoreServer.start(StoreSettings.in(directory));
        client = MongoClients.create(server.uri());
    }

    public MongoDatabase database() {
        return client.getDatabase("approval");
    }

    /** A collection nobody has used yet, under this name. */
    public MongoCollection<Document> empty(String name) {
        var collection = database().getCollection(name);
        collection.drop();
        return collection;
    }

    public static Aggregates aggregates(MongoCollection<Document> documents, Topic topic) {
        var ids = Generators.timeBasedEpochRandomGenerator();
        var aggregates = new Aggregates(documents, topic, CLOCK, ids::generate, () -> null);
        aggregates.index();
        return aggregates;
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
