package cn.qianfa.embedded.store;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Collation;
import com.mongodb.client.model.CreateCollectionOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.ValidationOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreRefusesTest {

    private static final Collation CHINESE = Collation.builder().locale("zh").build();

    @TempDir
    static Path directory;

    private static RunningStore store;
    private static MongoCollection<Document> drafts;

    @BeforeAll
    static void start() {
        store = new RunningStore(directory);
        drafts = store.collection("drafts");
        drafts.insertOne(new Document("_id", 1));
    }

    @AfterAll
    static void stop() {
        store.close();
    }

    @Test
    void indexesItCannotKeep() {
        refusesIndex(Indexes.ascending("at"), new IndexOptions().expireAfter(1L, TimeUnit.DAYS), "a sweeper");
        refusesIndex(
                Indexes.ascending("at"),
                new IndexOptions().unique(true).partialFilterExpression(eq("state", "x")),
                "sparse: true");
        refusesIndex(Indexes.ascending("at"), new IndexOptions().collation(CHINESE), "collation");
        refusesIndex(Indexes.text("title"), new IndexOptions(), "no text, geo, hashed or wildcard index");
        refusesIndex(Indexes.hashed("title"), new IndexOptions(), "no text, geo, hashed or wildcard index");
        refusesIndex(Indexes.geo2dsphere("place"), new IndexOptions(), "no text, geo, hashed or wildcard index");
        refusesIndex(Indexes.ascending("$**"), new IndexOptions(), "no text, geo, hashed or wildcard index");
        assertThat(drafts.listIndexes()).hasSize(1);
    }

    @Test
    void collectionsWithPromisesItCannotKeep() {
        for (var options : List.of(
                new CreateCollectionOptions().capped(true).sizeInBytes(4096),
                new CreateCollectionOptions().collation(CHINESE),
                new CreateCollectionOptions().validationOptions(new ValidationOptions().validator(eq("a", 1))),
                new CreateCollectionOptions().expireAfter(1, TimeUnit.DAYS))) {
            refuses(() -> store.database().createCollection("other", options), "is not supported by this store");
        }
        assertThat(store.database().listCollectionNames()).containsExactly("drafts");
    }

    @Test
    void acknowledgementsByMoreNodesThanThereAre() {
        for (var concern : List.of(WriteConcern.W3, WriteConcern.W2, new WriteConcern("everywhere"))) {
            refuses(
                    () -> drafts.withWriteConcern(concern).insertOne(new Document("_id", 2)),
                    "(expected: 0, 1 or majority; this store is one node)");
        }
        assertThat(drafts.find(eq(2)).first()).isNull();
    }

    @Test
    void transactionsAndSnapshots() {
        try (var session = store.client().startSession()) {
            session.startTransaction();
            refuses(() -> drafts.insertOne(session, new Document("_id", 2)), "doesn't support sessions");
        }
        refuses(() -> command(new Document("insert", "drafts").append("txnNumber", 1L)), "transactions");
        refuses(() -> drafts.withReadConcern(ReadConcern.SNAPSHOT).find().first(), "readConcern");
    }

    @Test
    void optionsItWouldIgnore() {
        refuses(() -> drafts.find().collation(CHINESE).first(), "collation");
        refuses(() -> drafts.find().hint(eq("_id", 1)).first(), "hint");
        refuses(
                () -> drafts.updateOne(eq(1), Updates.set("a", 1), new UpdateOptions().collation(CHINESE)),
                "collation");
        refuses(
                () -> drafts.findOneAndUpdate(
                        eq(1), Updates.set("a", 1), new FindOneAndUpdateOptions().hint(eq("_id", 1))),
                "hint");
        refuses(() -> drafts.updateOne(eq(1), List.of(Updates.set("a", 1))), "an update by a pipeline");
    }

    @ParameterizedTest
    @ValueSource(strings = {"$out", "$changeStream", "$geoNear", "$setWindowFields", "$unionWith"})
    void stagesItDoesNotKnow(String stage) {
        refuses(
                () -> drafts.aggregate(List.of(new Document(stage, "other"))).first(),
                "Unrecognized pipeline stage name: '" + stage + "'");
    }

    @Test
    void queriesItCannotAnswer() {
        refuses(() -> drafts.find(Filters.text("x")).first(), "unknown operator: $search");
        refuses(() -> drafts.find(Filters.where("true")).first(), "$where");
        refuses(() -> command(new Document("explain", new Document("find", "drafts"))), "no such command");
        refuses(() -> command(new Document("collMod", "drafts")), "no such command");
    }

    @Test
    void whatWouldTakeItsFootingAway() {
        refuses(() -> drafts.dropIndex("_id_"), "_id_");
        refuses(() -> drafts.renameCollection(new com.mongodb.MongoNamespace("approval.other")), "no such command");
        refuses(() -> store.client().getDatabase("meta").getCollection("x").countDocuments(), "database name");
        refuses(() -> drafts.dropIndex("nothing_1"), "index not found");
    }

    @Test
    void nothingWithoutSayingWhatIsExpected() {
        assertThatThrownBy(() ->
                        drafts.createIndex(Indexes.ascending("at"), new IndexOptions().expireAfter(1L, TimeUnit.DAYS)))
                .hasMessageContaining("an index that expires documents is not supported by this store"
                        + " (expected: a sweeper that deletes by an index on the date)");
    }

    private static void command(Document command) {
        store.database().runCommand(command);
    }

    private static void refusesIndex(Bson key, IndexOptions options, String saying) {
        refuses(() -> drafts.createIndex(key, options), saying);
    }

    private static void refuses(Runnable work, String saying) {
        assertThatThrownBy(work::run).hasMessageContaining(saying);
    }
}
