package cn.qianfa.embedded.store;

import cn.qianfa.embedded.store.commit.OfflineStore;
import cn.qianfa.embedded.store.commit.StoreCannotOpen;
import cn.qianfa.embedded.store.commit.StoreFile;
import cn.qianfa.embedded.store.key.BsonBytes;
import de.bwaldvogel.mongo.bson.Document;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.bson.RawBsonDocument;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;

/**
 * Writes a whole store as lines of MongoDB's extended JSON: first {@code {"store": {"format": 1}}}, then for each
 * collection {@code {"collection": {"database", "name", "indexes"}}} and each of its documents as it is in
 * {@code {"document": …}}, last {@code {"end": {"documents": n}}}.
 */
final class StoreExport {

    static final int FORMAT = 1;

    private static final JsonWriterSettings CANONICAL =
            JsonWriterSettings.builder().outputMode(JsonMode.EXTENDED).build();

    private final OfflineStore store;
    private final PrintWriter out;
    private long documents;

    private StoreExport(OfflineStore store, PrintWriter out) {
        this.store = store;
        this.out = out;
    }

    static void to(Path target, StoreFile file) throws IOException {
        if (!file.exists()) {
            throw new StoreCannotOpen("store file " + file.name() + " does not exist (expected: a store to export)");
        }
        var unfinished = target.resolveSibling(target.getFileName() + ".part");
        try (var store = new OfflineStore(file);
                var out = new PrintWriter(Files.newBufferedWriter(unfinished, StandardCharsets.UTF_8))) {
            var export = new StoreExport(store, out);
            export.write();
            if (out.checkError()) {
                throw new IOException(unfinished + " could not be written");
            }
            System.out.println(export.documents + " documents exported to " + target);
        }
        Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
    }

    private void write() {
        line("store", new Document("format", FORMAT));
        for (String database : store.databases()) {
            for (String collection : store.collections(database)) {
                line(
                        "collection",
                        new Document("database", database)
                                .append("name", collection)
                                .append("indexes", store.indexes(database, collection)));
                store.documents(database, collection, bson -> {
                    documents++;
                    out.println("{\"document\": " + json(bson) + "}");
                });
            }
        }
        line("end", new Document("documents", documents));
    }

    private void line(String kind, Document content) {
        out.println(json(BsonBytes.of(new Document(kind, content))));
    }

    private static String json(byte[] bson) {
        return new RawBsonDocument(bson).toJson(CANONICAL);
    }
}
