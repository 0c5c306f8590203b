package cn.qianfa.embedded.store.command;

import java.util.Map;
import java.util.Set;

/** The commands the store carries out and the options it honours, by lower-case name. What is not here is refused. */
final class KnownCommands {

    /** Options of every command. {@code maxTimeMS} and {@code comment} are accepted and have no effect. */
    static final Set<String> EVERYWHERE =
            Set.of("$db", "$readPreference", "readConcern", "writeConcern", "maxTimeMS", "comment", "$clusterTime");

    static final Map<String, Set<String>> OPTIONS = Map.ofEntries(
            Map.entry(
                    "find",
                    Set.of(
                            "filter",
                            "sort",
                            "projection",
                            "skip",
                            "limit",
                            "batchSize",
                            "singleBatch",
                            "noCursorTimeout",
                            "allowDiskUse",
                            "allowPartialResults")),
            Map.entry("getmore", Set.of("collection", "batchSize")),
            Map.entry("killcursors", Set.of("cursors")),
            Map.entry("insert", Set.of("documents", "ordered", "bypassDocumentValidation")),
            Map.entry("update", Set.of("updates", "ordered", "bypassDocumentValidation")),
            Map.entry("delete", Set.of("deletes", "ordered")),
            Map.entry(
                    "findandmodify",
                    Set.of(
                            "query",
                            "sort",
                            "remove",
                            "update",
                            "new",
                            "fields",
                            "upsert",
                            "arrayFilters",
                            "bypassDocumentValidation")),
            Map.entry("aggregate", Set.of("pipeline", "cursor", "allowDiskUse", "bypassDocumentValidation")),
            Map.entry("count", Set.of("query", "limit", "skip")),
            Map.entry("distinct", Set.of("key", "query")),
            Map.entry("create", Set.of("capped")),
            Map.entry("createindexes", Set.of("indexes")),
            Map.entry("dropindexes", Set.of("index")),
            Map.entry("drop", Set.of()),
            Map.entry("dropdatabase", Set.of()),
            Map.entry("listcollections", Set.of("filter", "nameOnly", "cursor", "authorizedCollections")),
            Map.entry("listindexes", Set.of("cursor")),
            Map.entry("listdatabases", Set.of("filter", "nameOnly", "authorizedDatabases")),
            Map.entry("dbstats", Set.of("scale")),
            Map.entry("collstats", Set.of("scale")),
            Map.entry("validate", Set.of("full")));

    static final Set<String> STAGES = Set.of(
            "$match",
            "$skip",
            "$limit",
            "$sort",
            "$project",
            "$count",
            "$group",
            "$addFields",
            "$unwind",
            "$graphLookup",
            "$lookup",
            "$replaceRoot",
            "$sample",
            "$sortByCount",
            "$bucket",
            "$facet",
            "$unset",
            "$indexStats",
            "$redact",
            "$merge");

    static final Set<String> INDEX_OPTIONS = Set.of("key", "name", "unique", "sparse", "v", "ns", "background");

    static final Set<String> UPDATE_OPTIONS = Set.of("q", "u", "multi", "upsert", "arrayFilters");

    static final Set<String> DELETE_OPTIONS = Set.of("q", "limit");

    private KnownCommands() {}
}
