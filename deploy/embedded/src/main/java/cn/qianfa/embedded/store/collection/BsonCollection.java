package cn.qianfa.embedded.store.collection;

import cn.qianfa.embedded.store.index.Changes;
import cn.qianfa.embedded.store.key.BsonBytes;
import cn.qianfa.embedded.store.key.Key;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.bson.Document;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;

/** Documents as BSON in the order of their ids. A document's position is the {@link Key} of its id. */
abstract class BsonCollection extends AbstractSynchronizedMongoCollection<Object> {

    private final MVMap<Key, byte[]> documents;
    private final Changes changes;

    BsonCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            MVMap<Key, byte[]> documents,
            Changes changes,
            CursorRegistry registry) {
        super(database, name, options, registry);
        this.documents = documents;
        this.changes = changes;
    }

    final MVMap<Key, byte[]> documents() {
        return documents;
    }

    @Override
    protected Object addDocumentInternal(Document document) {
        var position = getIdField() == null ? behindAll() : Key.of(document.get(getIdField()));
        changes.note();
        if (documents.put(position, BsonBytes.of(document)) != null) {
            throw new IllegalStateException("an id was put twice in " + getFullName());
        }
        return position;
    }

    private Key behindAll() {
        var last = documents.lastKey();
        return Key.ofSequence(last == null ? 0 : last.sequence() + 1);
    }

    @Override
    protected void handleUpdate(Object position, Document oldDocument, Document newDocument) {
        changes.note();
        documents.put((Key) position, BsonBytes.of(newDocument));
    }

    @Override
    protected void removeDocument(Object position) {
        changes.note();
        if (documents.remove((Key) position) == null) {
            throw new NoSuchElementException("no document at " + position + " in " + getFullName());
        }
    }

    @Override
    protected Document getDocument(Object position) {
        var bson = documents.get((Key) position);
        if (bson == null) {
            throw new NoSuchElementException("no document at " + position + " in " + getFullName());
        }
        return BsonBytes.read(bson);
    }

    @Override
    protected Stream<DocumentWithPosition<Object>> streamAllDocumentsWithPosition() {
        return documents.entrySet().stream()
                .map(entry -> new DocumentWithPosition<>(BsonBytes.read(entry.getValue()), entry.getKey()));
    }

    @Override
    public int count() {
        return documents.size();
    }

    @Override
    public boolean isEmpty() {
        return documents.isEmpty();
    }

    /** Counted when somebody asks, not kept with every write. */
    @Override
    protected int getDataSize() {
        long bytes = documents.values().stream().mapToLong(bson -> bson.length).sum();
        return Math.clamp(bytes, 0, Integer.MAX_VALUE);
    }

    @Override
    protected boolean tracksDataSize() {
        return false;
    }

    @Override
    protected void updateDataSize(int sizeDelta) {}
}
