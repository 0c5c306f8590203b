package cn.qianfa.contracts.stack;

import cn.qianfa.contracts.delivery.outbox.Aggregates;
import cn.qianfa.contracts.event.Topic;
import cn.qianfa.embedded.store.StoreServer;
import cn.qianfa.embedded.store.StoreSettings;
import com.fasterxml.uuid.Generators;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.bson.Document;

/** One of the stores a suite runs on; whatever it leaves there is dropped after it. */
public final class StoreUnderTest implements AutoCloseable {
    private final String name;
    private final MongoClient client;
    private final Runnable end;
    private final List<MongoDatabase> used = new ArrayList<>();

    private StoreUnderTest(String name, String uri, Runnable end) {
        this.name = name;
        this.client = MongoClients.create(uri);
        this.end = end;
    }

    /** The one that comes with the product, on a free port and in a temporary directory. */
    static StoreUnderTest embedded() {
        try {
            var directory = Files.createTempDirectory("store");
            var server = StoreServer.start(StoreSettings.in(directory));
            return new StoreUnderTest("the embedded store", server.uri(), () -> {
                server.close();
                delete(directory);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One that runs anyway. */
    static StoreUnderTest at(String uri) {
        return new StoreUnderTest("MongoDB", uri, () -> {});
    }

    /** A database nobody used before. */
    public MongoDatabase database() {
        var database = client.getDatabase("t" + UUID.randomUUID().toString().replace("-", ""));
        used.add(database);
        return database;
    }

    /** A collection whose documents carry news of this topic; nothing relays it. */
    public static Aggregates aggregates(MongoCollection<Document> documents, Topic topic) {
        var aggregates = new Aggregates(
                documents,
                topic,
                Clock.tickMillis(ZoneOffset.UTC),
                Generators.timeBasedEpochRandomGenerator()::generate,
                () -> null);
        aggregates.index();
        return aggregates;
    }

    private static void delete(Path directory) {
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        used.forEach(MongoDatabase::drop);
        client.close();
        end.run();
    }

    /** As the reports call it. */
    @Override
    public String toString() {
        return name;
    }
}
