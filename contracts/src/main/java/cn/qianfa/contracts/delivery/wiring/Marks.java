package cn.qianfa.contracts.delivery.wiring;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.bson.Document;

/**
 * How far a store knows the broker's log, kept in the store itself: where the store is put back to an earlier day the mark
 * goes back with it, and what lies behind it in the log is seen to be more than the store knows.
 *
 * <p>A mark is taken from the broker before it is written here, so what it stands for is in the store already; it may lag.
 */
final class Marks {
    private final MongoCollection<Document> marks;

    Marks(MongoCollection<Document> marks) {
        this.marks = marks.withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    }

    /** @param of a consumer, or a topic of our own */
    Map<TopicPartition, Long> read(String of, String topic) {
        var found = marks.find(Filters.eq(of)).first();
        var offsets = new HashMap<TopicPartition, Long>();
        if (found != null) {
            found.get("offsets", Document.class)
                    .forEach((partition, offset) ->
                            offsets.put(new TopicPartition(topic, Integer.parseInt(partition)), (Long) offset));
        }
        return offsets;
    }

    void write(String of, Map<TopicPartition, Long> offsets) {
        var stored = new Document();
        offsets.forEach((partition, offset) -> stored.append(Integer.toString(partition.partition()), offset));
        marks.replaceOne(
                Filters.eq(of), new Document("_id", of).append("offsets", stored), new ReplaceOptions().upsert(true));
    }
}
