package cn.qianfa.embedded.store.index;

import cn.qianfa.embedded.store.key.BsonBytes;
import cn.qianfa.embedded.store.key.Key;
import cn.qianfa.embedded.store.key.Unorderable;
import cn.qianfa.embedded.store.plan.KeyRange;
import cn.qianfa.embedded.store.plan.MapWalk;
import cn.qianfa.embedded.store.plan.OrderedField;
import cn.qianfa.embedded.store.plan.Walk;
import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import de.bwaldvogel.mongo.exception.ErrorCode;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.wire.BsonConstants;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** The documents themselves, which lie in the order of their ids: nothing is kept twice. */
public final class IdIndex extends StoreIndex {

    private static final String ID = "_id";
    private static final int TOO_LARGE = 10334;

    private final MVMap<Key, byte[]> documents;

    public IdIndex(MVMap<Key, byte[]> documents) {
        super("_id_", List.of(new IndexKey(ID, true)), false);
        this.documents = documents;
    }

    @Override
    public List<OrderedField> fields() {
        return List.of(new OrderedField(ID, true));
    }

    @Override
    public Walk walk(KeyRange range, boolean backwards) {
        return new MapWalk<>(documents, bson -> bson, range, backwards);
    }

    @Override
    public boolean isUnique() {
        return true;
    }

    @Override
    public @Nullable Object getPosition(Document document) {
        var position = Key.of(document.get(ID));
        return documents.containsKey(position) ? position : null;
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Object> collection) {
        checkShape(document);
        try {
            if (getPosition(document) != null) {
                throw new DuplicateKeyError(this, collection, getKeys(), new KeyValue(document.get(ID)));
            }
        } catch (Unorderable e) {
            throw refusal(e, collection);
        }
    }

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<Object> collection) {
        checkShape(after);
    }

    @Override
    public void add(Document document, Object position, MongoCollection<Object> collection) {}

    @Override
    public void updateInPlace(Document before, Document after, Object position, MongoCollection<Object> collection) {}

    /** The collection takes the document itself away. */
    @Override
    public @Nullable Object remove(Document document) {
        return getPosition(document);
    }

    @Override
    public long getCount() {
        return documents.sizeAsLong();
    }

    @Override
    public long getDataSize() {
        return getCount();
    }

    /** Everything an update could still fail on must fail here, before the first index is touched. */
    private static void checkShape(Document document) {
        for (String field : document.keySet()) {
            if (field.contains(".")) {
                throw new MongoServerError(
                        ErrorCode.BadValue, "field name '" + field + "' (expected: a name without a dot)");
            }
        }
        int size = BsonBytes.of(document).length;
        if (size > BsonConstants.MAX_BSON_OBJECT_SIZE) {
            throw new MongoServerError(
                    TOO_LARGE,
                    "BSONObjectTooLarge",
                    "document of " + size + " bytes (expected: at most " + BsonConstants.MAX_BSON_OBJECT_SIZE + ")");
        }
    }
}
