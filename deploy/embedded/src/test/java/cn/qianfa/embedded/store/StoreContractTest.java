package cn.qianfa.embedded.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.addToSet;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.max;
import static com.mongodb.client.model.Updates.min;
import static com.mongodb.client.model.Updates.pull;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.pushEach;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;
import static com.mongodb.client.model.Updates.unset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.gridfs.GridFSBuckets;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.types.Binary;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreContractTest {

    @TempDir
    Path directory;

    private RunningStore store;
    private MongoCollection<Document> drafts;

    @BeforeEach
    void start() {
        store = new RunningStore(directory);
        drafts = store.collection("drafts");
    }

    @AfterEach
    void stop() {
        store.close();
    }

    @Nested
    class AnUpdate {

        @BeforeEach
        void insert() {
            drafts.insertOne(new Document("_id", "d1")
                    .append("version", 1L)
                    .append("state", "Written")
                    .append("tags", List.of("a", "b"))
                    .append("outbox", List.of(new Document("seq", 1), new Document("seq", 2))));
        }

        @Test
        void appliesEveryOperatorWeUse() {
            drafts.updateOne(
                    eq("d1"),
                    combine(
                            set("state", "Submitted"),
                            inc("version", 1L),
                            unset("outbox"),
                            push("tags", "c"),
                            min("least", 3),
                            max("most", 9)));
            drafts.updateOne(eq("d1"), combine(addToSet("tags", "a"), min("least", 5), max("most", 5)));
            drafts.updateOne(eq("d1"), combine(pull("tags", "b"), max("most", 11)));

            assertThat(one("d1"))
                    .containsEntry("state", "Submitted")
                    .containsEntry("version", 2L)
                    .doesNotContainKey("outbox")
                    .containsEntry("tags", List.of("a", "c"))
                    .containsEntry("least", 3)
                    .containsEntry("most", 11);
        }

        @Test
        void pushesSeveralAndKeepsTheLast() {
            drafts.updateOne(eq("d1"), pushEach("tags", List.of("c", "d"), new PushOptions().slice(-3)));

            assertThat(one("d1").getList("tags", String.class)).containsExactly("b", "c", "d");
        }

        @Test
        void pullsByCondition() {
            drafts.updateOne(eq("d1"), pull("outbox", new Document("seq", new Document("$lte", 1))));

            assertThat(one("d1").getList("outbox", Document.class)).containsExactly(new Document("seq", 2));
        }

        @Test
        void changesOneElementByArrayFilter() {
            drafts.updateOne(
                    eq("d1"),
                    set("outbox.$[entry].sent", true),
                    new UpdateOptions().arrayFilters(List.of(eq("entry.seq", 2))));

            assertThat(one("d1").getList("outbox", Document.class))
                    .containsExactly(new Document("seq", 1), new Document("seq", 2).append("sent", true));
        }

        @Test
        void ofAStaleVersionMatchesNothing() {
            var stale = drafts.updateOne(and(eq("d1"), eq("version", 0L)), inc("version", 1L));

            assertThat(stale.getMatchedCount()).isZero();
            assertThat(one("d1")).containsEntry("version", 1L);
        }

        @Test
        void insertsOnceWhenUpserting() {
            var upsert = combine(setOnInsert("created", 1), inc("count", 1));
            var first = drafts.updateOne(eq("d2"), upsert, new UpdateOptions().upsert(true));
            var second = drafts.updateOne(eq("d2"), upsert, new UpdateOptions().upsert(true));

            assertThat(first.getUpsertedId()).isNotNull();
            assertThat(second.getMatchedCount()).isOne();
            assertThat(one("d2")).containsEntry("created", 1).containsEntry("count", 2);
        }

        @Test
        void returnsTheDocumentBeforeOrAfter() {
            var before = drafts.findOneAndUpdate(eq("d1"), inc("version", 1L));
            var after = drafts.findOneAndUpdate(
                    eq("d1"), inc("version", 1L), new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
            var none = drafts.findOneAndUpdate(eq("nobody"), inc("version", 1L));

            assertThat(before).containsEntry("version", 1L);
            assertThat(after).containsEntry("version", 3L);
            assertThat(none).isNull();
        }

        @Test
        void isRefusedWholeIfTheDocumentWouldBecomeTooLarge() {
            drafts.createIndex(new Document("state", 1));
            var megabyte = new Binary(new byte[15 << 20]);
            drafts.updateOne(eq("d1"), set("one", megabyte));

            assertThatThrownBy(() -> drafts.updateOne(eq("d1"), combine(set("two", megabyte), set("state", "Big"))))
                    .isInstanceOf(MongoWriteException.class)
                    .hasMessageContaining("expected: at most 16777216");

            assertThat(drafts.find(eq("state", "Written")).first()).doesNotContainKey("two");
            assertThat(drafts.find(eq("state", "Big")).first()).isNull();
        }
    }

    @Nested
    class ABulk {

        @Test
        void stopsAtTheFirstErrorWhenOrdered() {
            drafts.insertOne(new Document("_id", 1).append("n", 0));

            assertThatThrownBy(() -> drafts.bulkWrite(List.of(
                            new UpdateOneModel<>(eq(1), inc("n", 1)),
                            new UpdateOneModel<>(eq(1), new Document("$nonsense", new Document("n", 1))),
                            new UpdateOneModel<>(eq(1), inc("n", 1)))))
                    .isInstanceOfSatisfying(MongoBulkWriteException.class, e -> {
                        assertThat(e.getWriteErrors()).hasSize(1);
                        assertThat(e.getWriteErrors().getFirst().getIndex()).isOne();
                        assertThat(e.getWriteResult().getModifiedCount()).isOne();
                    });
            assertThat(drafts.find(eq(1)).first()).containsEntry("n", 1);
        }

        @Test
        void goesOnBehindAnErrorWhenUnordered() {
            drafts.insertOne(new Document("_id", 1).append("n", 0));

            assertThatThrownBy(() -> drafts.bulkWrite(
                            List.of(
                                    new UpdateOneModel<>(eq(1), new Document("$nonsense", new Document("n", 1))),
                                    new UpdateOneModel<>(eq(1), inc("n", 1)),
                                    new InsertOneModel<>(new Document("_id", 1)),
                                    new InsertOneModel<>(new Document("_id", 2))),
                            new BulkWriteOptions().ordered(false)))
                    .isInstanceOfSatisfying(MongoBulkWriteException.class, e -> {
                        assertThat(e.getWriteErrors()).hasSize(2);
                        assertThat(e.getWriteResult().getInsertedCount()).isOne();
                    });
            assertThat(drafts.find(eq(1)).first()).containsEntry("n", 1);
            assertThat(drafts.countDocuments()).isEqualTo(2);
        }

        @Test
        void ofInsertsCountsOnlyWhatWentIn() {
            var documents = IntStream.of(1, 2, 2, 3)
                    .mapToObj(id -> new Document("_id", id))
                    .toList();

            assertThatThrownBy(() -> drafts.insertMany(documents))
                    .isInstanceOfSatisfying(
                            MongoBulkWriteException.class,
                            e -> assertThat(e.getWriteResult().getInsertedCount())
                                    .isEqualTo(2));
            assertThatThrownBy(() -> drafts.insertMany(documents, new InsertManyOptions().ordered(false)))
                    .isInstanceOfSatisfying(
                            MongoBulkWriteException.class,
                            e -> assertThat(e.getWriteResult().getInsertedCount())
                                    .isEqualTo(1));
        }
    }

    @Nested
    class AUniqueIndex {

        @BeforeEach
        void declare() {
            drafts.createIndex(new Document("unit", 1).append("number", -1), new IndexOptions().unique(true));
            drafts.createIndex(
                    new Document("createKey", 1),
                    new IndexOptions().unique(true).sparse(true));
        }

        @Test
        void refusesTheSecond() {
            drafts.insertOne(new Document("_id", 1).append("unit", "u").append("number", 1));

            assertThatThrownBy(() -> drafts.insertOne(
                            new Document("_id", 2).append("unit", "u").append("number", 1.0)))
                    .isInstanceOfSatisfying(
                            MongoWriteException.class,
                            e -> assertThat(e.getError().getCode()).isEqualTo(11000))
                    .hasMessageContaining("unit_1_number_-1 dup key");
            drafts.insertOne(new Document("_id", 2).append("unit", "u").append("number", 2));
            assertThatThrownBy(() -> drafts.updateOne(eq(2), set("number", 1))).hasMessageContaining("dup key");
            drafts.deleteOne(eq(1));
            drafts.updateOne(eq(2), set("number", 1));
            assertThat(drafts.find(eq("unit", "u")).into(new ArrayList<>())).hasSize(1);
        }

        @Test
        void leavesDocumentsWithoutTheFieldAloneWhenSparse() {
            drafts.insertOne(new Document("_id", 1).append("number", 1));
            drafts.insertOne(new Document("_id", 2).append("number", 2));
            drafts.insertOne(new Document("_id", 3).append("number", 3).append("createKey", "k"));

            assertThatThrownBy(() -> drafts.updateOne(eq(2), set("createKey", "k")))
                    .hasMessageContaining("dup key");
            drafts.updateOne(eq(3), unset("createKey"));
            drafts.updateOne(eq(2), set("createKey", "k"));
            assertThat(drafts.find(eq("createKey", "k")).first()).containsEntry("_id", 2);
        }

        @Test
        void thatCannotBeBuiltLeavesNothingBehind() {
            drafts.insertMany(List.of(
                    new Document("_id", 1).append("unit", 1).append("x", 1),
                    new Document("_id", 2).append("unit", 2).append("x", 1)));

            assertThatThrownBy(() -> drafts.createIndex(new Document("x", 1), new IndexOptions().unique(true)))
                    .hasMessageContaining("E11000");
            drafts.updateOne(eq(2), set("x", 2));
            drafts.createIndex(new Document("x", 1), new IndexOptions().unique(true));

            assertThat(drafts.find(eq("x", 1)).into(new ArrayList<>())).hasSize(1);
            assertThat(drafts.find(eq("x", 2)).into(new ArrayList<>())).hasSize(1);
        }
    }

    @Nested
    class AnIndex {

        @Test
        void isBuiltFromTheDocumentsThereAreAndKeptAcrossARestart() {
            drafts.insertMany(IntStream.range(0, 300)
                    .mapToObj(i -> new Document("_id", i).append("state", i % 3).append("at", 1000 - i))
                    .toList());
            drafts.createIndex(new Document("state", 1).append("at", -1));
            drafts.deleteMany(lt("_id", 30));
            store.close();
            store = new RunningStore(directory);
            drafts = store.collection("drafts");
            drafts.updateMany(eq("state", 1), set("state", 2));

            var page = new ArrayList<Document>();
            long visits = store.visitsOf(() -> drafts.find(eq("state", 2))
                    .sort(Sorts.descending("at"))
                    .limit(4)
                    .into(page));

            assertThat(page).extracting(each -> each.get("_id")).containsExactly(31, 32, 34, 35);
            assertThat(visits).isEqualTo(4);
        }

        @Test
        void thatIsDroppedIsGoneInItsOwnCollectionOnly() {
            var cases = store.collection("cases");
            for (var collection : List.of(drafts, cases)) {
                collection.insertOne(new Document("_id", 1).append("at", 1));
                collection.createIndex(new Document("at", 1));
            }
            drafts.dropIndex("at_1");
            store.close();
            store = new RunningStore(directory);
            drafts = store.collection("drafts");
            cases = store.collection("cases");

            assertThat(names(drafts)).containsExactly("_id_");
            assertThat(names(cases)).containsExactlyInAnyOrder("_id_", "at_1");
            cases.insertOne(new Document("_id", 2).append("at", 1));
            assertThat(cases.find(eq("at", 1)).into(new ArrayList<>())).hasSize(2);
        }

        @Test
        void ofTheSameNameForOtherFieldsIsRefused() {
            drafts.createIndex(new Document("at", 1), new IndexOptions().name("x"));
            drafts.createIndex(new Document("at", 1), new IndexOptions().name("x"));

            assertThatThrownBy(() -> drafts.createIndex(new Document("at", -1), new IndexOptions().name("x")))
                    .hasMessageContaining("An existing index has the same name");
            assertThat(names(drafts)).containsExactlyInAnyOrder("_id_", "x");
        }

        @Test
        void refusesArraysWhenTheyComeAndWhenItIsBuilt() {
            drafts.createIndex(new Document("unit", 1));

            assertThatThrownBy(() -> drafts.insertOne(new Document("unit", List.of("a"))))
                    .hasMessageContaining("index unit_1 of approval.drafts: a document holds an array")
                    .hasMessageContaining("Drop the index, or index a field");
            drafts.insertOne(new Document("_id", 1).append("tags", List.of("a")));
            assertThatThrownBy(() -> drafts.createIndex(new Document("tags", 1)))
                    .hasMessageContaining("a document holds an array");
            assertThatThrownBy(() -> drafts.updateOne(eq(1), push("unit", "x")))
                    .hasMessageContaining("a document holds an array");
            assertThat(names(drafts)).containsExactlyInAnyOrder("_id_", "unit_1");
            assertThat(one(1)).doesNotContainKey("unit");
        }

        private List<String> names(MongoCollection<Document> collection) {
            return collection
                    .listIndexes()
                    .map(index -> index.getString("name"))
                    .into(new ArrayList<>());
        }
    }

    @Nested
    class AQuery {

        @Test
        void pagesByKeysetThroughAlternatives() {
            drafts.createIndex(new Document("unit", 1).append("at", -1).append("_id", -1));
            drafts.insertMany(IntStream.range(0, 200)
                    .mapToObj(i -> new Document("_id", i).append("unit", i % 2).append("at", i / 10))
                    .toList());

            var seen = new ArrayList<Integer>();
            var page = drafts.find(eq("unit", 0))
                    .sort(Sorts.descending("at", "_id"))
                    .limit(7)
                    .into(new ArrayList<>());
            while (!page.isEmpty()) {
                page.forEach(each -> seen.add(each.getInteger("_id")));
                var last = page.getLast();
                page = drafts.find(and(
                                eq("unit", 0),
                                or(
                                        lt("at", last.get("at")),
                                        and(eq("at", last.get("at")), lt("_id", last.get("_id"))))))
                        .sort(Sorts.descending("at", "_id"))
                        .limit(7)
                        .into(new ArrayList<>());
            }

            assertThat(seen)
                    .containsExactlyElementsOf(
                            IntStream.range(0, 100).mapToObj(i -> 198 - 2 * i).toList());
        }

        @Test
        void readsMoreThanOneBatchWhileOthersWrite() {
            drafts.insertMany(IntStream.range(0, 2500)
                    .mapToObj(i -> new Document("_id", i))
                    .toList());
            var seen = new ArrayList<Integer>();

            try (var cursor = drafts.find(gt("_id", -1)).batchSize(100).cursor()) {
                while (cursor.hasNext()) {
                    seen.add(cursor.next().getInteger("_id"));
                    if (seen.size() == 1000) {
                        drafts.deleteMany(lt("_id", 500));
                        drafts.deleteOne(eq(2000));
                    }
                }
            }

            assertThat(seen).doesNotHaveDuplicates().hasSize(2499).isSorted();
        }

        @Test
        void sortsInMemoryWhatNoIndexHas() {
            drafts.insertMany(IntStream.range(0, 500)
                    .mapToObj(i -> new Document("_id", i).append("at", i * 7919 % 500))
                    .toList());

            var page =
                    drafts.find().sort(Sorts.ascending("at")).skip(10).limit(5).into(new ArrayList<>());

            assertThat(page).extracting(each -> each.get("at")).containsExactly(10, 11, 12, 13, 14);
        }

        @Test
        void countsAndGroups() {
            drafts.createIndex(new Document("state", 1));
            drafts.insertMany(IntStream.range(0, 90)
                    .mapToObj(i -> new Document("_id", i).append("state", i % 3))
                    .toList());

            assertThat(drafts.countDocuments(eq("state", 1))).isEqualTo(30);
            assertThat(drafts.countDocuments(in("state", 1, 2))).isEqualTo(60);
            assertThat(drafts.estimatedDocumentCount()).isEqualTo(90);
            assertThat(drafts.distinct("state", Integer.class).into(new ArrayList<>()))
                    .containsExactly(0, 1, 2);
            var groups = drafts.aggregate(List.of(
                            new Document("$match", new Document("state", new Document("$gte", 1))),
                            new Document("$group", new Document("_id", "$state").append("n", new Document("$sum", 1))),
                            new Document("$sort", new Document("_id", 1))))
                    .into(new ArrayList<>());
            assertThat(groups)
                    .containsExactly(new Document("_id", 1).append("n", 30), new Document("_id", 2).append("n", 30));
        }

        @Test
        void keepsTypesAsTheyWere() {
            var kept = new Document("_id", new ObjectId())
                    .append("long", 1L)
                    .append("int", 1)
                    .append("double", 1.0)
                    .append("text", "签发😀")
                    .append("bytes", new Binary(new byte[] {1, 2}))
                    .append("none", null)
                    .append("list", List.of(1, new Document("a", true)));
            drafts.insertOne(kept);

            assertThat(drafts.find().first()).isEqualTo(kept);
        }
    }

    @Nested
    class TheServer {

        @Test
        void greetsAsAWritablePrimary() {
            assertThat(store.database().runCommand(new Document("hello", 1)))
                    .containsEntry("isWritablePrimary", true)
                    .containsEntry("ok", 1.0);
        }

        @Test
        void acceptsMajorityAndJournaledBecauseEveryAnswerIsSynced() {
            var careful = drafts.withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                    .withReadConcern(ReadConcern.MAJORITY);

            careful.insertOne(new Document("_id", 1));

            assertThat(careful.find(eq(1)).first()).isNotNull();
        }

        @Test
        void keepsAFileOfFiveMegabytesInGridFs() {
            var bytes = new byte[5 << 20];
            new Random(1).nextBytes(bytes);
            var bucket = GridFSBuckets.create(store.database());

            var id = bucket.uploadFromStream("p.jpg", new ByteArrayInputStream(bytes));
            var read = new ByteArrayOutputStream();
            bucket.downloadToStream(id, read);
            bucket.delete(id);

            assertThat(read.toByteArray()).isEqualTo(bytes);
            assertThat(store.collection("fs.chunks").countDocuments()).isZero();
        }

        @Test
        void listsAndDropsWhatWasAskedForOnly() {
            drafts.insertOne(new Document("_id", 1));
            store.collection("cases").insertOne(new Document("_id", 1));
            var other = store.client().getDatabase("approval2").getCollection("drafts");
            other.insertOne(new Document("_id", UUID.randomUUID().toString()));

            assertThat(store.client().listDatabaseNames().into(new ArrayList<>()))
                    .containsExactly("approval", "approval2");
            assertThat(store.database()
                            .listCollections()
                            .filter(eq("name", "cases"))
                            .into(new ArrayList<>()))
                    .hasSize(1);
            drafts.drop();
            assertThat(store.database().listCollectionNames().into(new ArrayList<>()))
                    .containsExactly("cases");
            store.database().drop();
            store.close();
            store = new RunningStore(directory);

            assertThat(store.client().listDatabaseNames().into(new ArrayList<>()))
                    .containsExactly("approval2");
            assertThat(store.client()
                            .getDatabase("approval2")
                            .getCollection("drafts")
                            .countDocuments())
                    .isOne();
        }
    }

    private Document one(Object id) {
        return Objects.requireNonNull(drafts.find(eq(id)).first());
    }
}
