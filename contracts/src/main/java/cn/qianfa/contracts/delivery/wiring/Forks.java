package cn.qianfa.contracts.delivery.wiring;

import cn.qianfa.contracts.delivery.Envelope;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;

/** Numbers the log has given away and this store does not know of: an event that gets one of them says whose it was. */
final class Forks {
    private final MongoCollection<Document> forks;
    private final Map<String, Map<Long, String>> taken = new ConcurrentHashMap<>();

    Forks(MongoCollection<Document> forks) {
        this.forks = forks.withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    }

    /** What was found at earlier starts, here or by another instance. */
    void load() {
        forks.find().forEach(found -> taken.put(found.getString("_id"), read(found)));
    }

    /** @param ids by number */
    void keep(String topic, String key, Map<Long, String> ids) {
        var id = id(topic, key);
        var all = new TreeMap<>(taken.getOrDefault(id, Map.of()));
        all.putAll(ids);
        var entries = all.entrySet().stream()
                .map(one -> new Document("seq", one.getKey()).append("id", one.getValue()))
                .toList();
        forks.replaceOne(
                Filters.eq(id), new Document("_id", id).append("taken", entries), new ReplaceOptions().upsert(true));
        taken.put(id, all);
    }

    /** As it is sent: with the id that had its number before, where one had. */
    Envelope marked(Envelope envelope) {
        var before = taken.getOrDefault(id(envelope.topic(), envelope.key()), Map.of())
                .get(envelope.seq());
        return before == null || before.equals(envelope.id()) ? envelope : envelope.insteadOf(before);
    }

    private static Map<Long, String> read(Document found) {
        var ids = new TreeMap<Long, String>();
        found.getList("taken", Document.class).forEach(one -> ids.put(one.getLong("seq"), one.getString("id")));
        return ids;
    }

    private static String id(String topic, String key) {
        return topic + '|' + key;
    }
}
