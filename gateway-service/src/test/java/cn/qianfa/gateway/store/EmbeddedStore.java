package cn.qianfa.gateway.store;

import static java.util.Objects.requireNonNull;

import cn.qianfa.embedded.store.StoreServer;
import cn.qianfa.embedded.store.StoreSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.nio.file.Files;
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
    private @Nullable StoreServer server;
    private @Nullable MongoClient client;

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        var real = System.getenv("MONGODB_URI");
        client = MongoClients.create(real == null ? embedded() : real);
    }

    private String embedded() throws IOException {
        server = StoreServer.start(StoreSettings.in(Files.createTempDirectory("gateway-store")));
        return server.uri();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        requireNonNull(client).close();
        if (server != null) {
            server.close();
        }
    }

    /** A database nobody used before. */
    public MongoDatabase database() {
        return requireNonNull(client)
                .getDatabase("g" + UUID.randomUUID().toString().replace("-", ""));
    }
}
