package cn.qianfa.embedded.store.command;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Whether a command needs the store for itself, with other readers, or not at all. */
public enum CommandKind {
    /** About the server, not about documents. */
    TALK,
    READ,
    WRITE;

    public static CommandKind of(String command, Document query) {
        return switch (command.toLowerCase(Locale.ROOT)) {
            case "hello",
                    "ismaster",
                    "ping",
                    "buildinfo",
                    "whatsmyuri",
                    "serverstatus",
                    "getlog",
                    "hostinfo",
                    "connectionstatus",
                    "getcmdlineopts",
                    "endsessions",
                    "killcursors" -> TALK;
            case "aggregate" -> writes(query) ? WRITE : READ;
            case "find",
                    "getmore",
                    "count",
                    "distinct",
                    "listcollections",
                    "listindexes",
                    "listdatabases",
                    "dbstats",
                    "collstats",
                    "validate" -> READ;
            default -> WRITE;
        };
    }

    /** The collection it is about, {@code database.collection}; empty if it may be about several. */
    public static Optional<String> namespace(String database, String command, Document query) {
        return switch (command.toLowerCase(Locale.ROOT)) {
            case "aggregate", "listcollections", "listdatabases", "dbstats", "dropdatabase" -> Optional.empty();
            case "getmore" -> Optional.ofNullable(query.get("collection")).map(name -> database + "." + name);
            default ->
                query.get(command) instanceof String name ? Optional.of(database + "." + name) : Optional.empty();
        };
    }

    private static boolean writes(Document aggregate) {
        return aggregate.get("pipeline") instanceof Collection<?> stages
                && stages.stream().anyMatch(stage -> stage instanceof Document named && named.containsKey("$merge"));
    }
}
