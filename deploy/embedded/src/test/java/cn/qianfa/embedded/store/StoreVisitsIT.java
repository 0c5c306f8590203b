package cn.qianfa.embedded.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a query looks at depends on what it answers, not on how much there is. */
class StoreVisitsIT {

    private static final int FEW = 1_000;
    private static final int MANY = 100_000;

    /** In both sizes, this many documents are in the unit asked for, and this many are pending. */
    private static final int IN_UNIT = 60;

    private static final int PENDING = 30;

    @TempDir
    Path few;

    @TempDir
    Path many;

    @Test
    void visitsAsManyDocumentsOfAHundredThousandAsOfAThousand() {
        var amongFew = visits(few, FEW);
        var amongMany = visits(many, MANY);

        System.out.println("documents visited among " + FEW + ":  " + amongFew);
        System.out.println("documents visited among " + MANY + ": " + amongMany);
        assertThat(amongMany).isEqualTo(amongFew);
        assertThat(amongMany).containsExactlyEntriesOf(expected());
    }

    private static Map<String, Long> expected() {
        var expected = new LinkedHashMap<String, Long>();
        expected.put("guarded update", 1L);
        expected.put("stale guarded update", 1L);
        expected.put("upsert of one there is", 1L);
        expected.put("first page", 20L);
        expected.put("next page by bound", 20L);
        expected.put("next page by alternatives", 21L); // the last one of the page before has the same time
        expected.put("page over several states", 20L);
        expected.put("count", 30L);
        expected.put("count of everything", 0L);
        expected.put("match and group", 60L);
        expected.put("match, sort and limit", 5L);
        expected.put("pending, oldest first", 20L);
        expected.put("due, earliest first", 10L);
        expected.put("ids in a list", 3L);
        expected.put("ids behind one", 15L);
        expected.put("unique key", 1L);
        expected.put("unique key nobody has", 0L);
        expected.put("one of the unit", 1L);
        return expected;
    }

    private static Map<String, Long> visits(Path directory, int size) {
        try (var store = new RunningStore(directory)) {
            var drafts = store.collection("drafts");
            drafts.createIndex(
                    new Document("unit", 1).append("state", 1).append("at", -1).append("_id", -1));
            drafts.createIndex(new Document("dueAt", 1), new IndexOptions().sparse(true));
            drafts.createIndex(new Document("pendingAt", 1).append("_id", 1), new IndexOptions().sparse(true));
            drafts.createIndex(
                    new Document("createKey", 1),
                    new IndexOptions().unique(true).sparse(true));
            fill(drafts, size);
            var visits = new LinkedHashMap<String, Long>();
            queries(drafts).forEach((name, query) -> visits.put(name, store.visitsOf(query)));
            return visits;
        }
    }

    /** The unit u has the same documents whatever the size; the others are spread over many units. */
    private static void fill(MongoCollection<Document> drafts, int size) {
        for (int from = 0; from < size; from += 1000) {
            drafts.insertMany(IntStream.range(from, from + 1000)
                    .mapToObj(StoreVisitsIT::draft)
                    .toList());
        }
    }

    private static Document draft(int i) {
        var draft = new Document("_id", "d%06d".formatted(i))
                .append("version", 0L)
                .append("unit", i < IN_UNIT ? "u" : "other" + i % 50)
                .append("state", List.of("Written", "Signed").get(i % 2))
                .append("at", i / 4)
                .append("createKey", "key" + i);
        if (i < PENDING) {
            draft.append("pendingAt", i).append("dueAt", i);
        } else {
            draft.append("dueAt", 1_000_000 + i);
        }
        return draft;
    }

    private static Map<String, Runnable> queries(MongoCollection<Document> drafts) {
        var queries = new LinkedHashMap<String, Runnable>();
        queries.put("guarded update", () -> update(drafts, 0, 1));
        queries.put("stale guarded update", () -> update(drafts, 0, 0));
        queries.put(
                "upsert of one there is",
                () -> drafts.updateOne(eq("d000007"), Updates.inc("version", 1L), new UpdateOptions().upsert(true)));
        queries.put("first page", () -> page(drafts, ofUnit("Written"), descending("at", "_id"), 20, 20));
        var bound = and(ofUnit("Written"), lt("at", 10));
        queries.put("next page by bound", () -> page(drafts, bound, descending("at", "_id"), 20, 20));
        var alternatives = and(ofUnit("Written"), or(lt("at", 10), and(eq("at", 10), lt("_id", "d000042"))));
        queries.put("next page by alternatives", () -> page(drafts, alternatives, descending("at", "_id"), 20, 20));
        var states = and(eq("unit", "u"), in("state", "Written", "Signed", "Released"));
        queries.put("page over several states", () -> page(drafts, states, descending("at", "_id"), 20, 20));
        queries.put(
                "count",
                () -> assertThat(drafts.countDocuments(ofUnit("Signed"))).isEqualTo(30));
        queries.put("count of everything", drafts::estimatedDocumentCount);
        queries.put(
                "match and group",
                () -> assertThat(drafts.aggregate(List.of(
                                Aggregates.match(eq("unit", "u")),
                                new Document("$group", new Document("_id", "$state")))))
                        .hasSize(2));
        queries.put(
                "match, sort and limit",
                () -> assertThat(drafts.aggregate(List.of(
                                Aggregates.match(ofUnit("Written")),
                                Aggregates.sort(descending("at", "_id")),
                                Aggregates.limit(5))))
                        .hasSize(5));
        queries.put("pending, oldest first", () -> page(drafts, lte("pendingAt", 25), ascending("pendingAt"), 20, 20));
        queries.put("due, earliest first", () -> page(drafts, lte("dueAt", 9), ascending("dueAt"), 50, 10));
        queries.put(
                "ids in a list",
                () -> page(drafts, in("_id", "d000001", "d000002", "d000003", "nobody"), ascending("_id"), 50, 3));
        queries.put("ids behind one", () -> page(drafts, gt("_id", "d000100"), ascending("_id"), 15, 15));
        queries.put("unique key", () -> page(drafts, eq("createKey", "key5"), new Document(), 0, 1));
        queries.put("unique key nobody has", () -> page(drafts, eq("createKey", "nobody's"), new Document(), 0, 0));
        queries.put("one of the unit", () -> drafts.updateOne(eq("unit", "u"), Updates.set("title", "t")));
        return queries;
    }

    private static Bson ofUnit(String state) {
        return and(eq("unit", "u"), eq("state", state));
    }

    private static void update(MongoCollection<Document> drafts, long version, int matched) {
        assertThat(drafts.updateOne(and(eq("d000033"), eq("version", version)), Updates.inc("version", 1L))
                        .getMatchedCount())
                .isEqualTo(matched);
    }

    private static void page(MongoCollection<Document> drafts, Bson filter, Bson sort, int limit, int found) {
        assertThat(drafts.find(filter).sort(sort).limit(limit).into(new ArrayList<>()))
                .hasSize(found);
    }
}
