package cn.qianfa.embedded.store.command;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.ErrorCode;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says no, before anything is done, to whatever the store would not carry out as asked. */
public final class Refusals {

    private static final int UNSATISFIABLE_WRITE_CONCERN = 100;
    private static final int NO_TRANSACTIONS = 20;

    /** Would be mistaken for the prefixes of other maps. */
    private static final Set<String> RESERVED_DATABASES = Set.of("databases", "meta");

    private Refusals() {}

    /**
     * @throws MongoServerError naming what was asked and what is expected
     */
    public static void check(String database, String command, Document query) {
        var name = command.toLowerCase(Locale.ROOT);
        checkDatabase(database);
        checkSession(query);
        if (CommandKind.of(command, query) == CommandKind.TALK && !name.equals("killcursors")) {
            return;
        }
        var options = KnownCommands.OPTIONS.get(name);
        if (options == null) {
            throw new MongoServerError(ErrorCode.CommandNotFound, "no such command: '" + command + "'");
        }
        for (var option : query.entrySet()) {
            if (!option.getKey().equals(command)
                    && !options.contains(option.getKey())
                    && !KnownCommands.EVERYWHERE.contains(option.getKey())) {
                throw refused(command + " with " + option.getKey(), "only " + sorted(options));
            }
        }
        checkConcerns(query);
        switch (name) {
            case "createindexes" -> IndexRefusals.check(query);
            case "dropindexes" -> checkDropIndexes(query);
            case "create" -> checkCreate(query);
            case "aggregate" -> checkStages(query);
            case "update" -> parts(query, "updates").forEach(part -> checkUpdate(part, "u"));
            case "delete" -> parts(query, "deletes").forEach(part -> checkPart(part, KnownCommands.DELETE_OPTIONS));
            case "findandmodify" -> checkReplacement(query.get("update"));
            default -> {}
        }
    }

    private static void checkDatabase(String database) {
        if (RESERVED_DATABASES.contains(database) || database.isEmpty() || database.contains(".")) {
            throw refused("database name '" + database + "'", "a name without a dot, and not " + RESERVED_DATABASES);
        }
    }

    private static void checkSession(Document query) {
        for (String field : List.of("txnNumber", "startTransaction", "autocommit")) {
            if (query.containsKey(field)) {
                throw new MongoServerError(
                        NO_TRANSACTIONS, "IllegalOperation", "transactions are not supported by this store");
            }
        }
    }

    /** One node answers only what it has synced: majority and journaled mean what they say, more nodes cannot be had. */
    private static void checkConcerns(Document query) {
        if (query.get("writeConcern") instanceof Document concern && concern.get("w") != null) {
            var w = concern.get("w");
            boolean kept = w instanceof Number number ? number.intValue() <= 1 : "majority".equals(w);
            if (!kept) {
                throw new MongoServerError(
                        UNSATISFIABLE_WRITE_CONCERN,
                        "UnsatisfiableWriteConcern",
                        "w: " + w + " (expected: 0, 1 or majority; this store is one node)");
            }
        }
        if (query.get("readConcern") instanceof Document concern) {
            if ("snapshot".equals(concern.get("level")) || concern.containsKey("afterClusterTime")) {
                throw refused("readConcern " + concern, "local, available, majority or linearizable");
            }
        }
    }

    private static void checkDropIndexes(Document query) {
        if ("_id_".equals(query.get("index")) || query.get("index") instanceof Collection<?>) {
            throw refused("dropIndexes of " + query.get("index"), "the name or key of one other index, or '*'");
        }
    }

    private static void checkCreate(Document query) {
        if (Utils.isTrue(query.get("capped"))) {
            throw refused("a capped collection", "an ordinary one");
        }
    }

    private static void checkStages(Document query) {
        if (!(query.get("aggregate") instanceof String)) {
            throw refused("an aggregation over no collection", "the name of a collection");
        }
        for (var stage : parts(query, "pipeline")) {
            for (String name : stage.keySet()) {
                if (!KnownCommands.STAGES.contains(name)) {
                    throw new MongoServerError(
                            40324,
                            "Unrecognized pipeline stage name: '" + name + "' (this store knows "
                                    + sorted(KnownCommands.STAGES) + ")");
                }
            }
        }
    }

    private static void checkUpdate(Document part, String update) {
        checkPart(part, KnownCommands.UPDATE_OPTIONS);
        checkReplacement(part.get(update));
    }

    private static void checkPart(Document part, Set<String> known) {
        for (String option : part.keySet()) {
            if (!known.contains(option)) {
                throw refused(option, "only " + sorted(known));
            }
        }
    }

    private static void checkReplacement(@Nullable Object update) {
        if (update instanceof Collection<?>) {
            throw refused("an update by a pipeline", "update operators such as $set, or a whole document");
        }
    }

    static List<Document> parts(Document query, String field) {
        return query.get(field) instanceof Collection<?> parts
                ? parts.stream()
                        .filter(Document.class::isInstance)
                        .map(Document.class::cast)
                        .toList()
                : List.of();
    }

    static MongoServerError refused(String what, String expected) {
        return new MongoServerError(
                ErrorCode.InvalidOptions, what + " is not supported by this store (expected: " + expected + ")");
    }

    private static String sorted(Set<String> names) {
        return String.join(", ", names.stream().sorted().toList());
    }
}
