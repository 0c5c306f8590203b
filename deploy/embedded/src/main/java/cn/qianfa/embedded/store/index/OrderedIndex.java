package cn.qianfa.embedded.store.index;

import cn.qianfa.embedded.store.key.BsonBytes;
import cn.qianfa.embedded.store.key.Key;
import cn.qianfa.embedded.store.key.Unorderable;
import cn.qianfa.embedded.store.plan.KeyRange;
import cn.qianfa.embedded.store.plan.MapWalk;
import cn.qianfa.embedded.store.plan.OrderedField;
import cn.qianfa.embedded.store.plan.Walk;
import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** An index over fields of our choice: from the key that the fields make to the key of the document's id. */
public final class OrderedIndex extends StoreIndex {

    private final KeyShape shape;
    private final MVMap<Key, Key> entries;
    private final MVMap<Key, byte[]> documents;
    private final Changes changes;
    private final boolean built;

    /**
     * @param built whether the entries are complete already, however few they are
     */
    public OrderedIndex(
            String name,
            KeyShape shape,
            MVMap<Key, Key> entries,
            MVMap<Key, byte[]> documents,
            Changes changes,
            boolean built) {
        super(name, shape.keys(), shape.sparse());
        this.shape = shape;
        this.entries = entries;
        this.documents = documents;
        this.changes = changes;
        this.built = built;
    }

    @Override
    public List<OrderedField> fields() {
        return shape.order();
    }

    @Override
    public Walk walk(KeyRange range, boolean backwards) {
        return new MapWalk<>(entries, documents::get, range, backwards);
    }

    @Override
    public boolean isUnique() {
        return shape.unique();
    }

    @Override
    public boolean hasSameOptions(Index<?> other) {
        return other instanceof OrderedIndex index && index.shape.equals(shape);
    }

    @Override
    public @Nullable Object getPosition(Document document) {
        return shape.keyOf(document)
                .map(_ -> (Object) Key.of(document.get("_id")))
                .orElse(null);
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Object> collection) {
        key(document, collection).ifPresent(key -> checkFree(key, document, collection));
    }

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<Object> collection) {
        var key = key(after, collection);
        if (!key.equals(shape.keyOf(before))) {
            key.ifPresent(changed -> checkFree(changed, after, collection));
        }
    }

    @Override
    public void add(Document document, Object position, MongoCollection<Object> collection) {
        key(document, collection).ifPresent(key -> {
            checkFree(key, document, collection);
            put(key, position);
        });
    }

    @Override
    public @Nullable Object remove(Document document) {
        return shape.keyOf(document).map(this::take).orElse(null);
    }

    @Override
    public void updateInPlace(Document before, Document after, Object position, MongoCollection<Object> collection) {
        var old = shape.keyOf(before);
        var now = shape.keyOf(after);
        if (!old.equals(now)) {
            old.ifPresent(this::take);
            now.ifPresent(key -> put(key, position));
        }
    }

    @Override
    public long getCount() {
        return entries.sizeAsLong();
    }

    /** Whether the entries must be made from the documents. A sparse index may be complete with none. */
    @Override
    public boolean isEmpty() {
        return !built && entries.isEmpty();
    }

    @Override
    public long getDataSize() {
        return getCount();
    }

    /** Every document must be found where its fields say, and every entry must lead to such a document. */
    public List<String> differences() {
        var differences = new ArrayList<String>();
        long expected = 0;
        for (var document : documents.entrySet()) {
            var key = shape.keyOf(BsonBytes.read(document.getValue()));
            if (key.isPresent()) {
                expected++;
                if (!document.getKey().equals(entries.get(key.get()))) {
                    differences.add("index " + getName() + " does not lead to document " + document.getKey());
                }
            }
        }
        if (entries.sizeAsLong() != expected) {
            differences.add(
                    "index " + getName() + " has " + entries.sizeAsLong() + " entries (expected: " + expected + ")");
        }
        return differences;
    }

    private void put(Key key, Object position) {
        changes.note();
        entries.put(key, (Key) position);
    }

    private @Nullable Key take(Key key) {
        changes.note();
        return entries.remove(key);
    }

    private Optional<Key> key(Document document, MongoCollection<Object> collection) {
        try {
            return shape.keyOf(document);
        } catch (Unorderable e) {
            throw refusal(e, collection);
        }
    }

    private void checkFree(Key key, Document document, MongoCollection<Object> collection) {
        if (shape.unique() && entries.containsKey(key)) {
            throw new DuplicateKeyError(this, collection, getKeys(), new KeyValue(shape.values(document)));
        }
    }
}
