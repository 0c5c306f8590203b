package cn.qianfa.embedded.store.commit;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qianfa.embedded.store.key.BsonBytes;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.embedded.EmbeddedChannel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.h2.store.fs.FileUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The file as a power cut, or a kill, would leave it at every moment: whatever was acknowledged by then must be in it,
 * and every index must agree. Real kills hit the dangerous ones of these moments once in thousands.
 */
class StoreSurvivesPowerCutIT {

    private static final int DOCUMENTS = 150;
    private static final int UPDATES = 200;

    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final Map<Object, Long> acknowledged = new HashMap<>();
    private final List<String> losses = new ArrayList<>();
    private int moments;

    @TempDir
    Path directory;

    @Test
    void losesNothingAcknowledged() {
        FileUtils.delete("memFS:watched.mv");
        WatchedDisk.register(this::crash);
        var store = new SafeBackend(new StoreFile("watched:memFS:watched.mv", directory));
        insert(store);
        var random = new Random(7);
        for (int i = 0; i < UPDATES; i++) {
            update(store, random.nextInt(DOCUMENTS), random);
        }
        WatchedDisk.register(_ -> {});
        store.close();
        FileUtils.delete("memFS:watched.mv");

        System.out.printf(
                "%d updates acknowledged, %d files a crash could leave, %d losses in them%n",
                UPDATES, moments, losses.size());
        assertThat(losses).isEmpty();
        assertThat(moments).isGreaterThan(UPDATES);
    }

    private void crash(byte[] contents) {
        if (acknowledged.isEmpty()) {
            return;
        }
        moments++;
        try {
            var copy = Files.write(directory.resolve("crashed.mv"), contents);
            try (var store = new OfflineStore(new StoreFile(copy.toString(), directory))) {
                store.documents("approval", "drafts", bson -> {
                    var draft = BsonBytes.read(bson);
                    long told = acknowledged.getOrDefault(draft.get("_id"), 0L);
                    if (!(draft.get("version") instanceof Long kept) || kept < told) {
                        losses.add("moment " + moments + ": " + draft.get("_id") + " is " + draft.get("version")
                                + " (acknowledged: " + told + ")");
                    }
                });
                losses.addAll(store.differences());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void insert(SafeBackend store) {
        command(
                store,
                new Document("createIndexes", "drafts")
                        .append(
                                "indexes",
                                List.of(new Document("key", new Document("state", 1)).append("name", "state_1"))));
        var drafts = IntStream.range(0, DOCUMENTS)
                .mapToObj(id -> new Document("_id", id)
                        .append("version", 0L)
                        .append("state", "Written")
                        .append("text", "x".repeat(400)))
                .toList();
        command(store, new Document("insert", "drafts").append("documents", drafts));
        drafts.forEach(draft -> acknowledged.put(draft.get("_id"), 0L));
    }

    private void update(SafeBackend store, int id, Random random) {
        long next = acknowledged.getOrDefault(id, 0L) + 1;
        var change = new Document("version", next)
                .append("state", "State" + next % 3)
                .append("text", "y".repeat(300 + random.nextInt(400)));
        command(
                store,
                new Document("update", "drafts")
                        .append(
                                "updates",
                                List.of(new Document("q", new Document("_id", id))
                                        .append("u", new Document("$set", change)))));
        acknowledged.put(id, next);
    }

    private void command(SafeBackend store, Document command) {
        store.handleCommand(channel, "approval", command.keySet().iterator().next(), command);
    }
}
