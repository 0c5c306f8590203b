package cn.qianfa.embedded.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qianfa.embedded.store.commit.OfflineStore;
import cn.qianfa.embedded.store.commit.StoreFile;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real server process, eight writers, {@code kill -9}, ten times over on the same file. */
class StoreSurvivesKillIT {

    private static final int ROUNDS = 10;
    private static final int WRITERS = 8;
    private static final int WRITES_BEFORE_KILL = 600;

    /** What the clients were told: per document, the last version that was acknowledged. */
    private final Map<String, Long> acknowledged = new ConcurrentHashMap<>();

    private final AtomicLong inserts = new AtomicLong();
    private final AtomicLong updates = new AtomicLong();

    @TempDir
    Path directory;

    @Test
    void losesNoAcknowledgedWriteAndLeavesNoIndexBehind() throws Exception {
        long differences = 0;
        for (int round = 0; round < ROUNDS; round++) {
            writeUntilKilled(round);
            differences += differences();
        }

        var kept = kept();
        long lost = acknowledged.entrySet().stream()
                .filter(told -> kept.getOrDefault(told.getKey(), -1L) < told.getValue())
                .count();
        System.out.printf(
                "%d kills, %d inserts and %d guarded updates acknowledged, %d lost, %d index differences%n",
                ROUNDS, inserts.get(), updates.get(), lost, differences);
        assertThat(lost).isZero();
        assertThat(differences).isZero();
        assertThat(inserts.get() + updates.get()).isGreaterThanOrEqualTo((long) ROUNDS * WRITES_BEFORE_KILL);
    }

    private void writeUntilKilled(int round) throws Exception {
        try (var server = StoreProcess.start(directory);
                var client = server.client()) {
            var drafts = client.getDatabase("approval").getCollection("drafts");
            drafts.createIndex(new Document("unit", 1).append("state", 1).append("at", -1));
            drafts.createIndex(
                    new Document("createKey", 1),
                    new IndexOptions().unique(true).sparse(true));
            drafts.createIndex(new Document("pendingAt", 1), new IndexOptions().sparse(true));
            var enough = new CountDownLatch(WRITES_BEFORE_KILL);
            try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
                var writing = new ArrayList<Future<?>>();
                for (int writer = 0; writer < WRITERS; writer++) {
                    var name = round + "-" + writer;
                    writing.add(writers.submit(() -> write(drafts, name, enough)));
                }
                assertThat(enough.await(60, TimeUnit.SECONDS)).isTrue();
                server.kill();
                writers.shutdownNow(); // whoever now waits for a server would wait for long
                for (var writer : writing) {
                    writer.get();
                }
            }
        }
    }

    /** Inserts and updates until the server is gone. A write without an answer may be there or not. */
    private void write(MongoCollection<Document> drafts, String writer, CountDownLatch enough) {
        try {
            for (int i = 0; ; i++) {
                var id = writer + "-" + i;
                drafts.insertOne(draft(id));
                acknowledged.put(id, 0L);
                inserts.incrementAndGet();
                enough.countDown();
                for (long version = 0; version < 3; version++) {
                    assertThat(advance(drafts, id, version)).isOne();
                    acknowledged.put(id, version + 1);
                    updates.incrementAndGet();
                    enough.countDown();
                }
            }
        } catch (MongoException _) {
            // Killed, as every writer will be.
        }
    }

    private static Document draft(String id) {
        return new Document("_id", id)
                .append("version", 0L)
                .append("unit", "unit-" + id.hashCode() % 5)
                .append("state", "Written")
                .append("at", ThreadLocalRandom.current().nextLong(1_000_000))
                .append("createKey", "key-" + id)
                .append("pendingAt", 1L);
    }

    private static long advance(MongoCollection<Document> drafts, String id, long version) {
        var news = version % 2 == 0 ? unset("pendingAt") : set("pendingAt", version);
        return drafts.updateOne(
                        and(eq(id), eq("version", version)),
                        combine(inc("version", 1L), set("state", "State" + version), news))
                .getModifiedCount();
    }

    private long differences() {
        try (var store = new OfflineStore(StoreFile.in(directory))) {
            var differences = store.differences();
            differences.forEach(System.out::println);
            return differences.size();
        }
    }

    private Map<String, Long> kept() throws Exception {
        try (var server = StoreProcess.start(directory);
                MongoClient client = server.client()) {
            var versions = new HashMap<String, Long>();
            for (var draft :
                    client.getDatabase("approval").getCollection("drafts").find()) {
                versions.put(draft.getString("_id"), draft.getLong("version"));
            }
            return versions;
        }
    }
}
