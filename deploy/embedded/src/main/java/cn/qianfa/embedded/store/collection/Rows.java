package cn.qianfa.embedded.store.collection;

import cn.qianfa.embedded.store.key.BsonBytes;
import cn.qianfa.embedded.store.plan.Walk;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Walks, counts each document it looks at, and keeps those that meet the filter. */
final class Rows implements Iterator<Row> {

    private final Walk walk;
    private final Predicate<Document> filter;
    private final Visits visits;
    private @Nullable Row ahead;

    Rows(Walk walk, Predicate<Document> filter, Visits visits) {
        this.walk = walk;
        this.filter = filter;
        this.visits = visits;
    }

    @Override
    public boolean hasNext() {
        while (ahead == null && walk.hasNext()) {
            var bson = walk.next().bson().get();
            if (bson == null) {
                continue; // deleted since the walk was put aside
            }
            visits.document();
            var document = BsonBytes.read(bson);
            if (filter.test(document)) {
                ahead = new Row(document, bson.length);
            }
        }
        return ahead != null;
    }

    @Override
    public Row next() {
        if (!hasNext() || ahead == null) {
            throw new NoSuchElementException();
        }
        var row = ahead;
        ahead = null;
        return row;
    }

    void putAside() {
        walk.putAside();
    }
}
