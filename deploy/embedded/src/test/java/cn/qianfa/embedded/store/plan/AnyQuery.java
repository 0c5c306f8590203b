package cn.qianfa.embedded.store.plan;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Documents and queries over the same few fields and values. */
final class AnyQuery {

    private static final List<String> FIELDS = List.of("unit", "state", "at", "pendingAt", "_id");

    private AnyQuery() {}

    static Document document(Random random) {
        var document = new Document();
        for (String field : FIELDS) {
            if (random.nextInt(4) > 0) {
                document.put(field, value(random));
            }
        }
        return document;
    }

    static Document filter(Random random, int depth) {
        var filter = new Document();
        int parts = 1 + random.nextInt(3);
        for (int i = 0; i < parts; i++) {
            if (depth > 0 && random.nextInt(4) == 0) {
                filter.put(
                        random.nextBoolean() ? "$and" : "$or",
                        List.of(filter(random, depth - 1), filter(random, depth - 1)));
            } else {
                filter.put(FIELDS.get(random.nextInt(FIELDS.size())), demand(random));
            }
        }
        return filter;
    }

    static Document sort(Random random) {
        var sort = new Document();
        int fields = random.nextInt(3);
        for (int i = 0; i < fields; i++) {
            sort.put(FIELDS.get(random.nextInt(FIELDS.size())), random.nextBoolean() ? 1 : -1);
        }
        return sort.containsKey("_id") ? sort : sort.append("_id", random.nextBoolean() ? 1 : -1);
    }

    private static @Nullable Object demand(Random random) {
        return switch (random.nextInt(9)) {
            case 0, 1, 2 -> value(random);
            case 3 -> new Document("$gt", value(random));
            case 4 -> new Document("$lte", value(random)).append("$gte", value(random));
            case 5 -> new Document("$lt", value(random));
            case 6 -> new Document("$in", values(random));
            case 7 -> new Document("$ne", value(random));
            default -> new Document("$exists", random.nextBoolean());
        };
    }

    private static List<@Nullable Object> values(Random random) {
        var values = new ArrayList<@Nullable Object>();
        int size = random.nextInt(4);
        for (int i = 0; i < size; i++) {
            values.add(value(random));
        }
        return values;
    }

    private static @Nullable Object value(Random random) {
        return switch (random.nextInt(10)) {
            case 0 -> null;
            case 1 -> "a";
            case 2 -> "b";
            case 3 -> 2.5;
            case 4 -> true;
            default -> random.nextInt(6);
        };
    }
}
