package cn.qianfa.embedded.store.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import io.netty.channel.Channel;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafeBackendTest {

    @TempDir
    Path directory;

    private final Channel channel = new EmbeddedChannel();
    private StoreFile file;
    private SafeBackend store;

    @BeforeEach
    void open() {
        FullDisk.register();
        file = new StoreFile("full:" + directory.resolve("store.mv"), directory);
        store = new SafeBackend(file);
        command(new Document("createIndexes", "drafts")
                .append("indexes", List.of(new Document("key", new Document("state", 1)).append("name", "state_1"))));
        insert(1);
    }

    @AfterEach
    void close() {
        FullDisk.register();
        store.close();
        channel.close();
    }

    @Nested
    class AFullDisk {

        @Test
        void refusesTheWriteAndShowsNothingOfIt() {
            FullDisk.full = true;

            refuses(() -> insert(2));
            refuses(() -> update(1, "Submitted"));

            assertThat(ids("Written")).containsExactly(1);
            assertThat(ids("Submitted")).isEmpty();
        }

        @Test
        void takesWritesAgainWhenThereIsSpace() {
            FullDisk.full = true;
            refuses(() -> insert(2));
            FullDisk.full = false;

            insert(3);
            update(1, "Submitted");

            reopen();
            assertThat(ids("Written")).containsExactly(3);
            assertThat(ids("Submitted")).containsExactly(1);
        }

        @Test
        void refusesAllThatWaitTogetherAndKeepsNoneOfThem() throws Exception {
            FullDisk.full = true;
            var together = new CyclicBarrier(8);
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var writes = new ArrayList<Future<Document>>();
                for (int id = 10; id < 18; id++) {
                    int own = id;
                    Callable<Document> write = () -> {
                        together.await();
                        return insert(own);
                    };
                    writes.add(threads.submit(write));
                }
                for (var write : writes) {
                    assertThatThrownBy(write::get).hasRootCauseMessage("No space left on device");
                }
            }
            FullDisk.full = false;

            assertThat(ids("Written")).containsExactly(1);
            reopen();
            assertThat(ids("Written")).containsExactly(1);
        }
    }

    @Nested
    class ADiskThatDoesNotSync {

        @Test
        void hasTheWriteRefusedAndNeverSeenAgain() {
            FullDisk.unsynced = true;
            refuses(() -> insert(2));
            FullDisk.unsynced = false;

            assertThat(ids("Written")).containsExactly(1);
            reopen();
            assertThat(ids("Written")).containsExactly(1);
            assertThat(store.getServerStatus()).isNotNull();
        }

        @Test
        void isTriedAgainWithTheNextWrite() {
            FullDisk.unsynced = true;
            refuses(() -> insert(2));
            refuses(() -> insert(3));
            FullDisk.unsynced = false;

            insert(4);

            reopen();
            assertThat(ids("Written")).containsExactly(1, 4);
        }
    }

    @Nested
    class AWrite {

        @Test
        void isSyncedBeforeItIsAnswered() {
            int before = FullDisk.SYNCS.get();

            insert(2);
            update(2, "Submitted");

            assertThat(FullDisk.SYNCS.get() - before).isGreaterThanOrEqualTo(2);
        }

        @Test
        void thatChangesNothingCostsNoSync() {
            int before = FullDisk.SYNCS.get();

            update(99, "Submitted");
            ids("Written");

            assertThat(FullDisk.SYNCS.get()).isEqualTo(before);
        }

        @Test
        void sharesItsSyncWithThoseWhoWait() throws Exception {
            int before = FullDisk.SYNCS.get();
            int writes = 16;
            var writers = new CopyOnWriteArrayList<Thread>();
            FullDisk.held = new CountDownLatch(1);

            try (var threads = Executors.newFixedThreadPool(writes, task -> {
                var writer = new Thread(task);
                writers.add(writer);
                return writer;
            })) {
                var inserts = new ArrayList<Future<Document>>();
                for (int id = 100; id < 100 + writes; id++) {
                    int own = id;
                    inserts.add(threads.submit(() -> insert(own)));
                }
                await().atMost(60, TimeUnit.SECONDS)
                        .until(() -> FullDisk.SYNCS.get() > before
                                && writers.stream().noneMatch(writer -> writer.getState() == Thread.State.RUNNABLE));
                FullDisk.held.countDown();
                for (var insert : inserts) {
                    assertThat(insert.get()).containsEntry("n", 1);
                }
            }

            assertThat(FullDisk.SYNCS.get() - before).isLessThan(writes / 2);
            reopen();
            assertThat(ids("Written")).hasSize(writes + 1);
        }
    }

    @Nested
    class AReader {

        @Test
        void waitsForTheSyncOfWhatHeHasSeen() throws Exception {
            FullDisk.held = new CountDownLatch(1);
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                int before = FullDisk.SYNCS.get();
                var write = threads.submit(() -> update(1, "Submitted"));
                await().atMost(60, TimeUnit.SECONDS).until(() -> FullDisk.SYNCS.get() > before);
                var read = threads.submit(() -> ids("Submitted"));

                assertThatThrownBy(() -> read.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
                assertThat(write.isDone()).isFalse();
                FullDisk.held.countDown();

                write.get();
                assertThat(read.get()).containsExactly(1);
            }
        }

        @Test
        void doesNotWaitForOtherCollections() throws Exception {
            FullDisk.held = new CountDownLatch(1);
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                int before = FullDisk.SYNCS.get();
                var write = threads.submit(() ->
                        command(new Document("insert", "cases").append("documents", List.of(new Document("_id", 1)))));
                await().atMost(60, TimeUnit.SECONDS).until(() -> FullDisk.SYNCS.get() > before);

                assertThat(ids("Written")).containsExactly(1);
                assertThat(write.isDone()).isFalse();
                FullDisk.held.countDown();
                write.get();
            }
        }
    }

    private void reopen() {
        store.close();
        try (var offline = new OfflineStore(file)) {
            assertThat(offline.differences()).isEmpty();
        }
        store = new SafeBackend(file);
    }

    private static void refuses(Runnable write) {
        assertThatThrownBy(write::run)
                .isInstanceOf(MongoServerError.class)
                .hasMessageContaining("the command is refused and nothing of it was kept");
    }

    private Document insert(int id) {
        return command(new Document("insert", "drafts")
                .append("documents", List.of(new Document("_id", id).append("state", "Written"))));
    }

    private void update(int id, String state) {
        var update = new Document("q", new Document("_id", id))
                .append("u", new Document("$set", new Document("state", state)));
        command(new Document("update", "drafts").append("updates", List.of(update)));
    }

    private List<Object> ids(String state) {
        var reply = command(new Document("find", "drafts")
                .append("filter", new Document("state", state))
                .append("batchSize", 1000));
        var cursor = (Document) Objects.requireNonNull(reply.get("cursor"));
        var batch = (Collection<?>) Objects.requireNonNull(cursor.get("firstBatch"));
        return batch.stream().map(each -> ((Document) each).get("_id")).toList();
    }

    private Document command(Document command) {
        return store.handleCommand(
                channel, "approval", command.keySet().iterator().next(), command);
    }
}
