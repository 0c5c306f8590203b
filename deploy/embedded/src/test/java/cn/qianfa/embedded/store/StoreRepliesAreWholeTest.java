package cn.qianfa.embedded.store;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An answer is one moment of a document, whatever others do to it meanwhile. */
class StoreRepliesAreWholeTest {

    private static final int THREADS = 16;
    private static final int CALLS = 60;

    @TempDir
    Path directory;

    private RunningStore store;
    private MongoCollection<Document> drafts;

    @BeforeEach
    void start() {
        store = new RunningStore(directory);
        drafts = store.collection("drafts");
        drafts.insertOne(
                new Document("_id", 1).append("count", 0).append("a", 0).append("b", List.of(0, 0)));
    }

    @AfterEach
    void stop() {
        store.close();
    }

    @Test
    void eachCallerIsGivenTheValueHeMade() throws Exception {
        Callable<List<Integer>> caller = () -> {
            var values = new ArrayList<Integer>();
            for (int i = 0; i < CALLS; i++) {
                var after = new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);
                values.add(Objects.requireNonNull(drafts.findOneAndUpdate(eq(1), inc("count", 1), after))
                        .getInteger("count"));
            }
            return values;
        };

        var given = new ArrayList<Integer>();
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            for (var values : threads.invokeAll(
                    IntStream.range(0, THREADS).mapToObj(_ -> caller).toList())) {
                assertThat(values.get()).isSorted();
                given.addAll(values.get());
            }
        }

        assertThat(new HashSet<>(given)).hasSize(THREADS * CALLS);
        assertThat(given).hasSize(THREADS * CALLS).contains(1, THREADS * CALLS);
    }

    @Test
    void noReaderSeesHalfOfAnUpdate() throws Exception {
        var done = new AtomicBoolean();
        Callable<Integer> reader = () -> {
            int reads = 0;
            while (!done.get()) {
                var draft = drafts.find(gte("a", 0)).first();
                var a = Objects.requireNonNull(draft).get("a");
                assertThat(draft.getList("b", Integer.class)).containsExactly((Integer) a, (Integer) a);
                reads++;
            }
            return reads;
        };

        try (var threads = Executors.newFixedThreadPool(8)) {
            var readers =
                    IntStream.range(0, 8).mapToObj(_ -> threads.submit(reader)).toList();
            for (int i = 1; i <= 300; i++) {
                drafts.updateOne(eq(1), combine(set("a", i), set("b", List.of(i, i))));
            }
            done.set(true);
            for (var each : readers) {
                assertThat(each.get()).isPositive();
            }
        }
    }
}
