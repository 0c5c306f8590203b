package cn.qianfa.embedded.store;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.inc;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nobody is shown what a crash could still take back. */
class StoreReadsAreDurableIT {

    private static final int ROUNDS = 4;
    private static final int COUNTERS = 4;
    private static final int READERS = 4;
    private static final int READS_BEFORE_KILL = 800;

    private final Map<Integer, Long> highestSeen = new ConcurrentHashMap<>();
    private final AtomicLong reads = new AtomicLong();

    @TempDir
    Path directory;

    @Test
    void whateverWasReadIsThereAfterAKill() throws Exception {
        for (int round = 0; round <= ROUNDS; round++) {
            try (var server = StoreProcess.start(directory);
                    var client = server.client()) {
                var counters = client.getDatabase("approval").getCollection("counters");
                for (int id = 0; id < COUNTERS; id++) {
                    assertThat(count(counters, id))
                            .as("counter %d after %d kills", id, round)
                            .isGreaterThanOrEqualTo(highestSeen.getOrDefault(id, 0L));
                }
                if (round < ROUNDS) {
                    readAndWriteUntilKilled(server, counters);
                }
            }
        }
        System.out.printf("%d kills, %d reads, none of what was read was lost%n", ROUNDS, reads.get());
    }

    private void readAndWriteUntilKilled(StoreProcess server, MongoCollection<Document> counters) throws Exception {
        var enough = new CountDownLatch(READS_BEFORE_KILL);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<?>>();
            for (int id = 0; id < COUNTERS; id++) {
                int own = id;
                running.add(threads.submit(() -> untilKilled(() -> counters.updateOne(eq(own), inc("n", 1L)))));
            }
            for (int reader = 0; reader < READERS; reader++) {
                int own = reader % COUNTERS;
                running.add(threads.submit(() -> untilKilled(() -> {
                    highestSeen.merge(own, count(counters, own), Math::max);
                    reads.incrementAndGet();
                    enough.countDown();
                })));
            }
            assertThat(enough.await(60, TimeUnit.SECONDS)).isTrue();
            server.kill();
            threads.shutdownNow(); // whoever now waits for a server would wait for long
            for (var each : running) {
                each.get();
            }
        }
    }

    private static long count(MongoCollection<Document> counters, int id) {
        var counter = counters.find(eq(id)).first();
        if (counter == null) {
            counters.insertOne(new Document("_id", id).append("n", 0L));
            return 0;
        }
        return Objects.requireNonNull(counter.getLong("n"));
    }

    private static void untilKilled(Runnable work) {
        try {
            while (true) {
                work.run();
            }
        } catch (MongoException _) {
            // Killed, as all will be.
        }
    }
}
