package cn.qianfa.embedded.store.collection;

import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.backend.aggregation.Aggregation;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.IndexNotFoundException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What the stock commands get wrong, put right around them. */
final class Corrections {

    /** As MongoDB's: enough for a page, and no more of a long answer than the client begins to read. */
    private static final int FIRST_BATCH = 101;

    private Corrections() {}

    /** Without a batch size the stock find answers everything at once. */
    static Document batched(Document find) {
        int limit = number(find.get("limit"));
        int batch = number(find.get("batchSize"));
        if (Utils.isTrue(find.get("singleBatch")) && limit > 0) {
            return with(find, "batchSize", limit);
        }
        return batch > 0 ? find : with(find, "batchSize", FIRST_BATCH);
    }

    /** The stock insert counts what it refused. */
    static Document insert(Document insert, UnaryOperator<Document> stock) {
        var reply = stock.apply(insert);
        var errors = documents(reply.get("writeErrors"));
        if (errors.isEmpty()) {
            return reply;
        }
        int asked = documents(insert.get("documents")).size();
        boolean ordered = isOrdered(insert);
        int inserted = ordered ? number(errors.getFirst().get("index")) : asked - errors.size();
        return with(reply, "n", inserted);
    }

    /** The stock update goes on behind an error, also where the order counts. */
    static Document update(Document update, UnaryOperator<Document> stock) {
        var updates = documents(update.get("updates"));
        if (updates.size() == 1) {
            return stock.apply(update);
        }
        int matched = 0;
        int modified = 0;
        var upserted = new ArrayList<Document>();
        var errors = new ArrayList<Document>();
        for (int i = 0; i < updates.size() && (errors.isEmpty() || !isOrdered(update)); i++) {
            var reply = stock.apply(with(update, "updates", new ArrayList<>(List.of(updates.get(i)))));
            matched += number(reply.get("n"));
            modified += number(reply.get("nModified"));
            for (var one : documents(reply.get("upserted"))) {
                upserted.add(with(one, "index", i));
            }
            for (var error : documents(reply.get("writeErrors"))) {
                errors.add(with(error, "index", i));
            }
        }
        var reply = new Document("n", matched).append("nModified", modified);
        if (!upserted.isEmpty()) {
            reply.append("upserted", upserted);
        }
        if (!errors.isEmpty()) {
            reply.append("writeErrors", errors);
        }
        Utils.markOkay(reply);
        return reply;
    }

    /** The stock aggregation begins with every document of the collection. */
    static Document aggregate(Document aggregate, UnaryOperator<Document> stock) {
        var collection = String.valueOf(aggregate.get("aggregate"));
        return LeadingStages.of(collection, Aggregation.parse(aggregate.get("pipeline")))
                .map(leading ->
                        ScopedValue.where(LeadingStages.CURRENT, leading).call(() -> stock.apply(aggregate)))
                .orElseGet(() -> stock.apply(aggregate));
    }

    /** The same index asked for in other words is the same index. */
    static Document plainIndexes(Document createIndexes) {
        var plain = new ArrayList<Document>();
        for (var asked : documents(createIndexes.get("indexes"))) {
            var index = new Document("v", 2).append("key", asked.get("key")).append("name", asked.get("name"));
            for (String option : List.of("unique", "sparse")) {
                if (Utils.isTrue(asked.get(option))) {
                    index.append(option, true);
                }
            }
            plain.add(index);
        }
        return with(createIndexes, "indexes", plain);
    }

    /** By name, the stock drop forgets the indexes of that name in every other collection. */
    static Document dropIndexes(Document dropIndexes, List<Document> declared, UnaryOperator<Document> stock) {
        var wanted = dropIndexes.get("index");
        if (wanted instanceof Document) {
            return stock.apply(dropIndexes);
        }
        var names = declared.stream()
                .filter(index -> !"_id_".equals(index.get("name")))
                .filter(index -> "*".equals(wanted) || Objects.equals(index.get("name"), wanted))
                .toList();
        if (names.isEmpty() && !"*".equals(wanted)) {
            throw new IndexNotFoundException("index not found with name [" + wanted + "]");
        }
        names.forEach(index -> stock.apply(with(dropIndexes, "index", index.get("key"))));
        var reply = new Document("nIndexesWas", declared.size());
        Utils.markOkay(reply);
        return reply;
    }

    /** The stock list ignores its filter. */
    static Document listCollections(Document listCollections, UnaryOperator<Document> stock) {
        var reply = stock.apply(listCollections);
        if (!(listCollections.get("filter") instanceof Document filter)
                || !(reply.get("cursor") instanceof Document cursor)) {
            return reply;
        }
        var matcher = new DefaultQueryMatcher();
        var kept = documents(cursor.get("firstBatch")).stream()
                .filter(collection -> matcher.matches(collection, filter))
                .toList();
        return with(reply, "cursor", with(cursor, "firstBatch", kept));
    }

    private static boolean isOrdered(Document command) {
        return !command.containsKey("ordered") || Utils.isTrue(command.get("ordered"));
    }

    private static int number(@Nullable Object value) {
        return value instanceof Number number ? number.intValue() : 0;
    }

    private static List<Document> documents(@Nullable Object value) {
        return value instanceof Collection<?> values
                ? values.stream().map(Document.class::cast).toList()
                : List.of();
    }

    private static Document with(Document document, String field, @Nullable Object value) {
        var copy = document.clone();
        copy.put(field, value);
        return copy;
    }
}
