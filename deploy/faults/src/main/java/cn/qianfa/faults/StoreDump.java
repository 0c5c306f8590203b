package cn.qianfa.faults;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;

/** The services' databases as they stand. What only the gateway knows, sessions and passwords, is nobody's evidence. */
final class StoreDump implements AutoCloseable {
    private static final JsonWriterSettings RELAXED =
            JsonWriterSettings.builder().outputMode(JsonMode.RELAXED).build();
    static final List<String> DATABASES = List.of("approval", "content-rules", "monitoring");

    private final MongoClient client;

    StoreDump(int port) {
        this.client = MongoClients.create("mongodb://127.0.0.1:" + port);
    }

    /** A file for each collection: {@code database.collection.jsonl}. */
    void write(Path directory) throws IOException {
        Files.createDirectories(directory);
        for (var database : DATABASES) {
            for (var collection : client.getDatabase(database).listCollectionNames()) {
                List<String> lines = new ArrayList<>();
                for (var document : all(database, collection)) {
                    lines.add(document.toJson(RELAXED));
                }
                Files.write(directory.resolve(database + "." + collection + ".jsonl"), lines);
            }
        }
    }

    List<Document> all(String database, String collection) {
        return client.getDatabase(database).getCollection(collection).find().into(new ArrayList<>());
    }

    List<String> collections(String database) {
        return client.getDatabase(database).listCollectionNames().into(new ArrayList<>());
    }

    @Override
    public void close() {
        client.close();
    }
}
