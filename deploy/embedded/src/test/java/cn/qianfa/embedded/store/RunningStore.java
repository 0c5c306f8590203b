package cn.qianfa.embedded.store;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import org.bson.Document;

/** A store in this process and a client of it, closed together. */
final class RunningStore implements AutoCloseable {

    private final StoreServer server;
    private final MongoClient client;

    RunningStore(Path directory) {
        server = StoreServer.start(StoreSettings.in(directory));
        client = MongoClients.create(server.uri());
    }

    StoreServer server() {
        return server;
    }

    MongoClient client() {
        return client;
    }

    MongoDatabase database() {
        return client.getDatabase("approval");
    }

    MongoCollection<Document> collection(String name) {
        return database().getCollection(name);
    }

    /** How many documents are looked at while this is done. */
    long visitsOf(Runnable work) {
        long before = server.visits().documents();
        work.run();
        return server.visits().documents() - before;
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
