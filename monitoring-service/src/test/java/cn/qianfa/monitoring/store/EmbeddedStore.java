package cn.qianfa.monitoring.store;

import static java.util.Objects.requireNonNull;

import cn.qianfa.contracts.delivery.outbox.Aggregates;
import cn.qianfa.contracts.event.Topic;
import cn.qianfa.embedded.store.StoreServer;
import cn.qianfa.embedded.store.StoreSettings;
import com.fasterxml.uuid.Generators;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The embedded store on a free port, once per test class; where {@code MONGODB_URI} names a real one, that. Every test
 * gets a database of its own.
 */
public final class EmbeddedStore implements BeforeAllCallback, AfterAllCallback {
    private @Nullable Path directory;
    private @Nullable StoreServer server;
    private @Nullable MongoClient client;

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        var real = System.getenv("MONGODB_URI");
        client = MongoClients.create(real == null ? embedded() : real);
    }

    private String embedded() throws IOException {
        directory = Files.createTempDirectory("monitoring-store");
        server = StoreServer.start(StoreSettings.in(directory));
        return server.uri();
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        requireNonNull(client).close();
        if (server != null && directory != null) {
            server.close();
            clear(directory);
        }
    }

    private static void clear(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).forEach(EmbeddedStore::drop);
        }
    }

    private static void drop(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A database nobody used before. */
    public MongoDatabase database() {
        return requireNonNull(client)
                .getDatabase("m" + UUID.randomUUID().toString().replace("-", ""));
    }

    /** A collection whose documents carry news of this topic; nothing relays it. */
    public static Aggregates aggregates(MongoDatabase database, String collection, Topic topic) {
        var aggregates = new Aggregates(
                database.getCollection(collection),
                topic,
                Clock.tickMillis(ZoneOffset.UTC),
                Generators.timeBasedEpochRandomGenerator()::generate,
                () -> null);
        aggregates.index();
        return aggregates;
    }
}
