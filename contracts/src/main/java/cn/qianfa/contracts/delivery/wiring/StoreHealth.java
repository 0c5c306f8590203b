package cn.qianfa.contracts.delivery.wiring;

import com.mongodb.client.MongoClient;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Part of readiness: the store answers, and soon. Whoever asks for health waits two seconds, not longer. */
final class StoreHealth extends AbstractHealthIndicator {
    private static final Document HELLO = new Document("hello", 1);

    private final MongoClient store;

    StoreHealth(MongoClient store) {
        super("The store does not answer");
        this.store = store;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        store.withTimeout(1, TimeUnit.SECONDS).getDatabase("admin").runCommand(HELLO);
        builder.up();
    }
}
