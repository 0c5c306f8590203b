package cn.qianfa.embedded.store.collection;

import cn.qianfa.embedded.store.index.StoreIndex;
import cn.qianfa.embedded.store.key.Key;
import cn.qianfa.embedded.store.plan.KeyRange;
import cn.qianfa.embedded.store.plan.MapWalk;
import cn.qianfa.embedded.store.plan.Planner;
import cn.qianfa.embedded.store.plan.QueryPlan;
import cn.qianfa.embedded.store.plan.Walk;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** A collection whose queries are planned: from the index that fits, read only as far as they are asked for. */
final class StoreCollection extends BsonCollection {

    private final StoreParts parts;
    private final OpenCursors cursors;
    private boolean firstOnly;

    StoreCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            MVMap<Key, byte[]> documents,
            StoreParts parts,
            CursorRegistry registry) {
        super(database, name, options, documents, parts.changes(), registry);
        this.parts = parts;
        this.cursors = new OpenCursors(registry);
    }

    /** An aggregation reads a collection from here; what an index can do for its first stages is done. */
    @Override
    public Stream<Document> queryAllAsStream() {
        if (!LeadingStages.CURRENT.isBound() || !LeadingStages.CURRENT.get().takenBy(getCollectionName())) {
            return stream(answer(new Document(), null, 0, 0, null));
        }
        var leading = LeadingStages.CURRENT.get();
        var plan = Planner.plan(leading.filter(), leading.sort(), storeIndexes());
        boolean cut = leading.sort().isEmpty() || plan.map(QueryPlan::sorted).orElse(false);
        var rows = rows(plan, leading.filter());
        return stream(new Answer(rows, rows::putAside, UnaryOperator.identity(), 0, cut ? leading.most() : 0));
    }

    @Override
    protected QueryResult queryDocuments(
            Document query,
            @Nullable Document orderBy,
            int numberToSkip,
            int limit,
            int batchSize,
            @Nullable Document fieldSelector) {
        int most = limit == 0 && firstOnly ? 1 : limit;
        if (batchSize == 0) {
            return new QueryResult(() -> answer(query, orderBy, numberToSkip, most, fieldSelector));
        }
        var cursor = cursors.open(answer(query, orderBy, numberToSkip, most, fieldSelector));
        var batch = cursor.takeDocuments(batchSize);
        if (cursor.isEmpty()) {
            return new QueryResult(batch);
        }
        cursors.keep(cursor);
        return new QueryResult(batch, cursor);
    }

    private Answer answer(
            Document query, @Nullable Document orderBy, int skip, int limit, @Nullable Document fieldSelector) {
        UnaryOperator<Document> projection = projection(fieldSelector);
        if (isNaturalDescending(orderBy)) {
            var rows = new Rows(scan(true), document -> documentMatchesQuery(document, query), parts.visits());
            return new Answer(rows, rows::putAside, projection, skip, limit);
        }
        var plan = Planner.sort(orderBy).flatMap(sort -> Planner.plan(query, sort, storeIndexes()));
        var rows = rows(plan, query);
        var order = deriveComparator(orderBy);
        if (order == null || plan.map(QueryPlan::sorted).orElse(false)) {
            return new Answer(rows, rows::putAside, projection, skip, limit);
        }
        int needed = limit == 0 ? 0 : Math.clamp((long) skip + limit, 0, Integer.MAX_VALUE);
        return new Answer(SortedRows.of(rows, order, needed), () -> {}, projection, skip, limit);
    }

    private Rows rows(Optional<QueryPlan> plan, Document query) {
        var walk = plan.map(QueryPlan::walk).orElseGet(() -> scan(false));
        return new Rows(walk, document -> documentMatchesQuery(document, query), parts.visits());
    }

    private Walk scan(boolean backwards) {
        if (!getCollectionName().startsWith("system.")) {
            parts.visits().scan();
        }
        return new MapWalk<>(documents(), bson -> bson, KeyRange.ALL, backwards);
    }

    /** The stock projection, which only a query of its own can reach. */
    private UnaryOperator<Document> projection(@Nullable Document fields) {
        if (fields == null || fields.isEmpty()) {
            return UnaryOperator.identity();
        }
        return document -> matchDocumentsFromStream(Stream.of(document), new Document(), null, 0, 0, 0, fields)
                .iterator()
                .next();
    }

    private List<StoreIndex> storeIndexes() {
        return getIndexes().stream().map(StoreIndex.class::cast).toList();
    }

    private static Stream<Document> stream(Answer answer) {
        Iterable<Document> once = () -> answer;
        return StreamSupport.stream(once.spliterator(), false);
    }

    @Override
    public synchronized Document updateDocuments(
            Document selector,
            Document updateQuery,
            ArrayFilters arrayFilters,
            boolean isMulti,
            boolean isUpsert,
            Oplog oplog) {
        firstOnly = !isMulti; // The stock update collects all matches and changes one.
        try {
            return super.updateDocuments(selector, updateQuery, arrayFilters, isMulti, isUpsert, oplog);
        } finally {
            firstOnly = false;
        }
    }

    /** Never asked: the stock way to queries begins with the lookup that is overridden. */
    @Override
    protected QueryResult matchDocuments(
            Document query,
            @Nullable Document orderBy,
            int numberToSkip,
            int numberToReturn,
            int batchSize,
            @Nullable Document fieldSelector) {
        return queryDocuments(query, orderBy, numberToSkip, numberToReturn, batchSize, fieldSelector);
    }
}
