package cn.qianfa.embedded.store.commit;

import cn.qianfa.embedded.store.collection.StoreDatabase;
import cn.qianfa.embedded.store.collection.Visits;
import cn.qianfa.embedded.store.key.BsonBytes;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;

/** A store without a server, for those who have it to themselves: export, import, check. */
public final class OfflineStore implements AutoCloseable {

    private final OpenStore store;

    /**
     * @throws StoreCannotOpen if the file cannot be opened, also because a server has it open
     */
    public OfflineStore(StoreFile file) {
        store = new OpenStore(file.open(), new Visits(), new ReentrantReadWriteLock());
    }

    public List<String> databases() {
        return store.databases();
    }

    public List<String> collections(String database) {
        return store.database(database).collections();
    }

    /** As they were declared, without the one on the id. */
    public List<Document> indexes(String database, String collection) {
        return store.database(database).indexDefinitions(collection).stream()
                .filter(index -> !"_id_".equals(index.get("name")))
                .toList();
    }

    /** Each document as BSON, in the order of the ids. */
    public void documents(String database, String collection, Consumer<byte[]> each) {
        store.database(database).documents(collection).values().forEach(each);
    }

    public void create(String database, String collection) {
        store.database(database).createCollectionOrThrowIfExists(collection);
    }

    public void insert(String database, String collection, byte[] bson) {
        Objects.requireNonNull(store.database(database).resolveCollection(collection, true))
                .addDocument(BsonBytes.read(bson));
    }

    public void declareIndex(String database, Document definition) {
        store.database(database).declareIndex(definition);
    }

    /** Puts everything so far on disk. */
    public void commit() {
        store.commit();
        store.getMvStore().sync();
    }

    /** What indexes and documents do not agree on, one sentence each. */
    public List<String> differences() {
        return databases().stream()
                .map(store::database)
                .map(StoreDatabase::differences)
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public void close() {
        store.close();
    }
}
