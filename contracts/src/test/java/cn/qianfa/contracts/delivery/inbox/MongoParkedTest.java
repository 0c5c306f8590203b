package cn.qianfa.contracts.delivery.inbox;

import static cn.qianfa.contracts.delivery.inbox.ParkedFixture.NOW;

import cn.qianfa.embedded.store.StoreServer;
import cn.qianfa.embedded.store.StoreSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** On the embedded store; where {@code MONGODB_URI} names a real one, on that. */
class MongoParkedTest extends ParkedContract {
    @TempDir
    @SuppressWarnings("NullAway.Init") // given before the first test
    private static Path directory;

    private static @Nullable StoreServer server;

    @SuppressWarnings("NullAway.Init") // opened before the first test
    private static MongoClient client;

    @SuppressWarnings("NullAway.Init") // opened before each test
    private Parked parked;

    @SuppressWarnings("NullAway.Init") // opened before each test
    private Interventions interventions;

    @BeforeAll
    static void open() {
        var real = System.getenv("MONGODB_URI");
        client = MongoClients.create(real == null ? embedded() : real);
    }

    private static String embedded() {
        server = StoreServer.start(StoreSettings.in(directory));
        return server.uri();
    }

    @AfterAll
    static void close() {
        client.close();
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void aDatabaseNobodyUsedBefore() {
        var database = client.getDatabase("p" + UUID.randomUUID().toString().replace("-", ""));
        var opened = new MongoParked(database.getCollection("parked"), InstantSource.fixed(NOW));
        opened.index();
        parked = opened;
        interventions = Interventions.in(database.getCollection("interventions"));
    }

    @Override
    protected Parked parked() {
        return parked;
    }

    @Override
    protected Interventions interventions() {
        return interventions;
    }
}
