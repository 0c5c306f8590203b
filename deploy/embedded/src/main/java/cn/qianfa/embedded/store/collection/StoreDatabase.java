package cn.qianfa.embedded.store.collection;

import cn.qianfa.embedded.store.index.IdIndex;
import cn.qianfa.embedded.store.index.KeyShape;
import cn.qianfa.embedded.store.index.OrderedIndex;
import cn.qianfa.embedded.store.key.Key;
import cn.qianfa.embedded.store.key.KeyType;
import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerException;
import de.bwaldvogel.mongo.oplog.Oplog;
import io.netty.channel.Channel;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.type.ByteArrayDataType;
import org.jspecify.annotations.Nullable;

/** A database over our collections and indexes, with the stock commands put right where they do not keep their word. */
public final class StoreDatabase extends H2Database {

    private static final String DOCUMENTS = "databases.";
    private static final String OPTIONS = "meta.";

    private final String name;
    private final StoreParts parts;
    private final Map<String, StoreCollection> opened;

    public StoreDatabase(String name, StoreParts parts, CursorRegistry registry) {
        // The super constructor opens collections and indexes already.
        this.name = name;
        this.parts = parts;
        this.opened = new ConcurrentHashMap<>();
        super(name, parts.file(), registry);
    }

    @Override
    public Document handleCommand(
            Channel channel, String command, Document query, DatabaseResolver resolver, Oplog oplog) {
        UnaryOperator<Document> stock = asked -> super.handleCommand(channel, command, asked, resolver, oplog);
        return switch (command.toLowerCase(Locale.ROOT)) {
            case "find" -> stock.apply(Corrections.batched(query));
            case "insert" -> Corrections.insert(query, stock);
            case "update" -> Corrections.update(query, stock);
            case "aggregate" -> Corrections.aggregate(query, stock);
            case "createindexes" -> stock.apply(Corrections.plainIndexes(query));
            case "dropindexes" -> Corrections.dropIndexes(query, indexDefinitions(query), stock);
            case "listcollections" -> Corrections.listCollections(query, stock);
            default -> stock.apply(query);
        };
    }

    /** The collections with documents of our users, by name. */
    public List<String> collections() {
        return opened.keySet().stream()
                .filter(collection -> !collection.startsWith("system."))
                .sorted()
                .toList();
    }

    /** What indexes and documents do not agree on, one sentence each. */
    public List<String> differences() {
        return opened.values().stream()
                .flatMap(collection -> collection.getIndexes().stream())
                .flatMap(index -> index instanceof OrderedIndex ordered ? ordered.differences().stream() : Stream.of())
                .map(difference -> name + ": " + difference)
                .toList();
    }

    /** Makes an index outside of a command, when a store is imported. */
    public void declareIndex(Document definition) {
        addIndex(definition);
    }

    /** What is declared for a collection, as {@code {v, key, name, ns, unique, sparse}}. */
    public List<Document> indexDefinitions(String collection) {
        var declared = opened.get("system.indexes");
        if (declared == null) {
            return List.of();
        }
        return declared.handleQueryAsStream(new Document("ns", name + "." + collection))
                .toList();
    }

    private List<Document> indexDefinitions(Document dropIndexes) {
        return indexDefinitions(String.valueOf(dropIndexes.get("dropIndexes")));
    }

    @Override
    protected MongoCollection<Object> openOrCreateCollection(String collectionName, CollectionOptions options) {
        MVMap<Key, byte[]> documents = parts.file()
                .openMap(
                        DOCUMENTS + getFullCollectionNamespace(collectionName),
                        new MVMap.Builder<Key, byte[]>()
                                .keyType(KeyType.INSTANCE)
                                .valueType(ByteArrayDataType.INSTANCE));
        var collection = new StoreCollection(this, collectionName, options, documents, parts, cursorRegistry);
        opened.put(collectionName, collection);
        return collection;
    }

    @Override
    protected Index<Object> openOrCreateUniqueIndex(
            String collectionName, String indexName, List<IndexKey> keys, boolean sparse) {
        if (indexName.equals("_id_")) {
            return new IdIndex(documents(collectionName));
        }
        return index(collectionName, indexName, KeyShape.of(keys, true, sparse));
    }

    @Override
    protected Index<Object> openOrCreateSecondaryIndex(
            String collectionName, String indexName, List<IndexKey> keys, boolean sparse) {
        return index(collectionName, indexName, KeyShape.of(keys, false, sparse));
    }

    private OrderedIndex index(String collectionName, String indexName, KeyShape shape) {
        var map = indexMap(collectionName, indexName);
        boolean built = parts.file().hasMap(map);
        MVMap<Key, Key> entries = parts.file()
                .openMap(
                        map,
                        new MVMap.Builder<Key, Key>().keyType(KeyType.INSTANCE).valueType(KeyType.INSTANCE));
        return new OrderedIndex(indexName, shape, entries, documents(collectionName), parts.changes(), built);
    }

    /** The documents of a collection as BSON, by the key of their ids. */
    public MVMap<Key, byte[]> documents(String collectionName) {
        var collection = opened.get(collectionName);
        if (collection == null) {
            throw new IllegalStateException("no collection " + collectionName);
        }
        return collection.documents();
    }

    /** An index that could not be built leaves nothing behind that could later pass for a complete one. */
    @Override
    protected synchronized void addIndex(Document indexDescription) {
        var indexName = String.valueOf(indexDescription.get("name"));
        var collectionName = String.valueOf(indexDescription.get("ns")).substring(name.length() + 1);
        try {
            super.addIndex(indexDescription);
        } catch (RuntimeException e) {
            var collection = opened.get(collectionName);
            if (collection != null
                    && collection.getIndexes().stream()
                            .noneMatch(index -> index.getName().equals(indexName))) {
                parts.file().removeMap(indexMap(collectionName, indexName));
            }
            throw e;
        }
    }

    @Override
    public void dropCollection(String collectionName, Oplog oplog) {
        parts.changes().note();
        super.dropCollection(collectionName, oplog);
        opened.remove(collectionName);
    }

    /** The stock drop also takes every database whose name begins with this one's. */
    @Override
    public void drop(Oplog oplog) {
        opened.keySet().stream()
                .filter(collection -> !collection.startsWith("system."))
                .toList()
                .forEach(collection -> dropCollection(collection, oplog));
        parts.changes().note();
        parts.file().getMapNames().stream().filter(this::mine).forEach(parts.file()::removeMap);
        opened.clear();
    }

    private boolean mine(String map) {
        return map.startsWith(name + ".")
                || map.startsWith(DOCUMENTS + name + ".")
                || map.startsWith(OPTIONS + name + ".");
    }

    @Override
    public void moveCollection(
            @Nullable MongoDatabase oldDatabase, MongoCollection<?> collection, String newCollectionName) {
        throw new MongoServerException("renaming a collection is not supported by this store");
    }

    private String indexMap(String collectionName, String indexName) {
        return getFullCollectionNamespace(collectionName) + "._index_" + indexName;
    }
}
