package cn.qianfa.embedded.store;

import cn.qianfa.embedded.store.commit.OfflineStore;
import cn.qianfa.embedded.store.commit.StoreCannotOpen;
import cn.qianfa.embedded.store.commit.StoreFile;
import cn.qianfa.embedded.store.key.BsonBytes;
import de.bwaldvogel.mongo.bson.Document;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import org.bson.RawBsonDocument;
import org.bson.json.JsonParseException;
import org.jspecify.annotations.Nullable;

/** Reads what {@link StoreExport} wrote into a store that does not exist yet. */
final class StoreImport {

    private static final int COMMIT_EVERY = 5000;

    private final OfflineStore store;
    private String database = "";
    private String collection = "";
    private long documents;

    private StoreImport(OfflineStore store) {
        this.store = store;
    }

    static void from(Path source, StoreFile file) throws IOException {
        if (file.exists()) {
            throw new StoreCannotOpen("store file " + file.name()
                    + " exists (expected: an empty directory; nothing is imported over a store)");
        }
        try (var lines = Files.newBufferedReader(source)) {
            read(source, lines, file);
        } catch (IllegalArgumentException | JsonParseException | StoreCannotOpen e) {
            Files.deleteIfExists(Path.of(file.name())); // half a store must not pass for a whole one
            throw new StoreCannotOpen(source + " cannot be imported: " + e.getMessage(), e);
        }
    }

    private static void read(Path source, BufferedReader lines, StoreFile file) throws IOException {
        try (var store = new OfflineStore(file)) {
            var reading = new StoreImport(store);
            reading.header(lines.readLine());
            String line;
            boolean ended = false;
            while (!ended && (line = lines.readLine()) != null) {
                ended = reading.line(RawBsonDocument.parse(line));
            }
            if (!ended) {
                throw new IllegalArgumentException("it breaks off behind " + reading.documents + " documents");
            }
            store.commit();
            System.out.println(reading.documents + " documents imported from " + source);
        }
    }

    private void header(@Nullable String line) {
        if (line == null || !line.startsWith("{\"store\"")) {
            throw new IllegalArgumentException("its first line is not that of an export");
        }
        var format = document(bytes(RawBsonDocument.parse(line)), "store").get("format");
        if (!(format instanceof Number number) || number.intValue() != StoreExport.FORMAT) {
            throw new IllegalArgumentException("format " + format + " (expected: " + StoreExport.FORMAT + ")");
        }
    }

    /** Whether this was the last line. */
    private boolean line(RawBsonDocument line) {
        var kind = line.getFirstKey();
        switch (kind) {
            case "collection" -> begin(document(bytes(line), kind));
            case "document" -> insert((RawBsonDocument) line.getDocument(kind));
            case "end" -> {
                var expected = document(bytes(line), kind).get("documents");
                if (!(expected instanceof Number number) || number.longValue() != documents) {
                    throw new IllegalArgumentException(documents + " documents (expected: " + expected + ")");
                }
                return true;
            }
            default -> throw new IllegalArgumentException("a line begins with " + kind);
        }
        return false;
    }

    private void begin(Document description) {
        database = String.valueOf(description.get("database"));
        collection = String.valueOf(description.get("name"));
        store.create(database, collection);
        if (description.get("indexes") instanceof Collection<?> indexes) {
            indexes.forEach(index -> store.declareIndex(database, (Document) index));
        }
    }

    private void insert(RawBsonDocument document) {
        store.insert(database, collection, bytes(document));
        if (++documents % COMMIT_EVERY == 0) {
            store.commit();
        }
    }

    private static Document document(byte[] bson, String field) {
        if (BsonBytes.read(bson).get(field) instanceof Document document) {
            return document;
        }
        throw new IllegalArgumentException(field + " is not an object");
    }

    private static byte[] bytes(RawBsonDocument document) {
        var buffer = document.getByteBuffer().asNIO();
        var bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }
}
