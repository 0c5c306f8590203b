package cn.qianfa.embedded.store.command;

import de.bwaldvogel.mongo.bson.Document;

/** Which indexes can be had: ascending and descending fields, unique, sparse. */
final class IndexRefusals {

    private IndexRefusals() {}

    static void check(Document createIndexes) {
        for (var index : Refusals.parts(createIndexes, "indexes")) {
            checkOptions(index);
            checkFields(index);
        }
    }

    private static void checkOptions(Document index) {
        for (String option : index.keySet()) {
            switch (option) {
                case "expireAfterSeconds" ->
                    throw Refusals.refused(
                            "an index that expires documents", "a sweeper that deletes by an index on the date");
                case "partialFilterExpression" ->
                    throw Refusals.refused("a partial index", "sparse: true, and a field only the indexed ones have");
                default -> {
                    if (!KnownCommands.INDEX_OPTIONS.contains(option)) {
                        throw Refusals.refused("an index with " + option, "key, name, unique and sparse");
                    }
                }
            }
        }
        if (!(index.get("name") instanceof String)) {
            throw Refusals.refused("an index without a name", "key and name");
        }
    }

    private static void checkFields(Document index) {
        if (!(index.get("key") instanceof Document key) || key.isEmpty()) {
            throw Refusals.refused("an index without fields", "key: {field: 1 or -1, …}");
        }
        for (var field : key.entrySet()) {
            boolean direction = field.getValue() instanceof Number number && Math.abs(number.doubleValue()) == 1;
            if (!direction || field.getKey().contains("$") || field.getKey().isEmpty()) {
                throw Refusals.refused(
                        "an index on " + field.getKey() + ": " + field.getValue(),
                        "a field name and 1 or -1; no text, geo, hashed or wildcard index");
            }
        }
    }
}
