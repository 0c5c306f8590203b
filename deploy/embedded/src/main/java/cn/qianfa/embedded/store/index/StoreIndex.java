package cn.qianfa.embedded.store.index;

import cn.qianfa.embedded.store.key.Key;
import cn.qianfa.embedded.store.key.Unorderable;
import cn.qianfa.embedded.store.plan.Ordered;
import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.ErrorCode;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.List;

/** What our two kinds of index have in common. A document's position is the {@link Key} of its id. */
public abstract class StoreIndex extends Index<Object> implements Ordered {

    StoreIndex(String name, List<IndexKey> keys, boolean sparse) {
        super(name, keys, sparse);
    }

    /** Never: the planner chooses, not the stock lookup of identical key sets. */
    @Override
    public final boolean canHandle(Document query) {
        return false;
    }

    @Override
    public final Iterable<Object> getPositions(Document query) {
        throw new UnsupportedOperationException("queries are planned");
    }

    @Override
    public final boolean sparse() {
        return isSparse();
    }

    @Override
    public void drop() {}

    final MongoServerError refusal(Unorderable value, MongoCollection<Object> collection) {
        return new MongoServerError(
                ErrorCode.BadValue,
                "index " + getName() + " of " + collection.getFullName() + ": a document holds " + value.getMessage()
                        + " where it is indexed on " + String.join(", ", keys())
                        + " (expected: a single value; this store indexes no arrays. Drop the index, or index a field"
                        + " that holds one value)");
    }
}
