package cn.qianfa.embedded.store.commit;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.h2.store.fs.FileUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Thousands of commits, in memory so that their syncs take no time. */
class StoreFileStaysSmallIT {

    private static final int DOCUMENTS = 20_000;
    private static final int UPDATES = 8_000;
    private static final int BYTES_EACH = 550;

    private final StoreFile file = new StoreFile("memFS:store.mv", Path.of("."));
    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final SafeBackend store = new SafeBackend(file);

    @AfterEach
    void close() {
        store.close();
        channel.close();
        FileUtils.delete(file.name());
    }

    @Test
    void isAFewTimesItsDocumentsHoweverOftenTheyChange() {
        for (int from = 0; from < DOCUMENTS; from += 1000) {
            insert(from, from + 1000);
        }
        var random = new Random(1);
        for (int i = 0; i < UPDATES; i++) {
            update(random.nextInt(DOCUMENTS), "y".repeat(500 + i % 10));
        }

        long live = (long) DOCUMENTS * BYTES_EACH;
        long size = FileUtils.size(file.name());
        System.out.printf("%d bytes in documents, %d in the file after %d commits%n", live, size, UPDATES);
        assertThat(size).isBetween(live, 3 * live);
    }

    private void insert(int from, int to) {
        var documents = IntStream.range(from, to)
                .mapToObj(id -> new Document("_id", id).append("state", "x".repeat(500)))
                .toList();
        command(new Document("insert", "drafts").append("documents", documents));
    }

    private void update(int id, String state) {
        var change = new Document("$set", new Document("state", state));
        command(new Document("update", "drafts")
                .append("updates", List.of(new Document("q", new Document("_id", id)).append("u", change))));
    }

    private void command(Document command) {
        store.handleCommand(channel, "approval", command.keySet().iterator().next(), command);
    }
}
