package cn.qianfa.embedded.store.collection;

import cn.qianfa.embedded.store.plan.OrderedField;
import cn.qianfa.embedded.store.plan.Planner;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * What an aggregation does first: filter, sort and cut off. An index can do that; the stages then do it again on what
 * the index found. Taken once, by the collection the aggregation runs on.
 *
 * @param most how many documents can be asked for, 0 for all
 */
record LeadingStages(String collection, Document filter, List<OrderedField> sort, int most, AtomicBoolean taken) {

    static final ScopedValue<LeadingStages> CURRENT = ScopedValue.newInstance();

    /** The stages at the front of a pipeline, or empty if it begins with something else. */
    static Optional<LeadingStages> of(String collection, List<Document> pipeline) {
        int next = 0;
        var filter = new Document();
        if (stage(pipeline, next, "$match") instanceof Document match) {
            filter = match;
            next++;
        }
        Optional<List<OrderedField>> sort = Optional.of(List.of());
        if (stage(pipeline, next, "$sort") instanceof Document asked) {
            sort = Planner.sort(asked);
            next++;
        }
        if (next == 0 || sort.isEmpty()) {
            return Optional.empty();
        }
        int most = most(pipeline, next);
        return Optional.of(new LeadingStages(collection, filter, sort.get(), most, new AtomicBoolean()));
    }

    private static int most(List<Document> pipeline, int next) {
        long skipped = 0;
        if (stage(pipeline, next, "$skip") instanceof Number skip) {
            skipped = skip.longValue();
            next++;
        }
        if (!(stage(pipeline, next, "$limit") instanceof Number limit)) {
            return 0;
        }
        return Math.clamp(skipped + limit.longValue(), 0, Integer.MAX_VALUE);
    }

    private static @Nullable Object stage(List<Document> pipeline, int index, String name) {
        return index < pipeline.size() ? pipeline.get(index).get(name) : null;
    }

    /** Whether this collection is the one, and comes first. */
    boolean takenBy(String name) {
        return collection.equals(name) && taken.compareAndSet(false, true);
    }
}
