package cn.qianfa.bench;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;

/** The bare write of a service: one guarded update, acknowledged when it is on the disk. */
final class SyncedWrite {
    private static final int DOCUMENTS = 64;

    private final MongoCollection<Document> written;
    private final AtomicInteger next = new AtomicInteger();

    private SyncedWrite(MongoCollection<Document> written) {
        this.written = written.withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    }

    static SyncedWrite in(MongoClient store) {
        var collection = store.getDatabase("bench").getCollection("written");
        collection.drop();
        for (var i = 0; i < DOCUMENTS; i++) {
            collection.insertOne(new Document("_id", i).append("version", 0L));
        }
        return new SyncedWrite(collection);
    }

    /** @return milliseconds */
    double one() {
        var id = Math.floorMod(next.getAndIncrement(), DOCUMENTS);
        var begun = System.nanoTime();
        written.updateOne(Filters.eq(id), Updates.inc("version", 1L));
        return (System.nanoTime() - begun) / 1e6;
    }
}
