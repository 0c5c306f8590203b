package cn.qianfa.contracts.delivery.wiring;

import cn.qianfa.contracts.delivery.Envelope;
import cn.qianfa.contracts.delivery.EventJson;
import cn.qianfa.contracts.delivery.Position;
import cn.qianfa.contracts.delivery.Reacted;
import cn.qianfa.contracts.delivery.inbox.Parked;
import cn.qianfa.contracts.delivery.inbox.ParkedCause;
import cn.qianfa.contracts.delivery.inbox.Subscription;
import cn.qianfa.contracts.event.Topic;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/**
 * Looks, before anything is sent, whether the log of our own topics knows more than our store. A document is always written
 * before its news is sent; so an event in the log that its document does not know of means that the store was put back to
 * an earlier day. Its number will be given to another event, and the history is forked.
 *
 * <p>Such an aggregate waits for a person as {@code <topic>.history}, and whatever is announced under a number the log has
 * given away says so, that its consumers stop too.
 */
final class History {
    private static final Logger LOG = LoggerFactory.getLogger(History.class);
    private static final Duration PATIENCE = Duration.ofMillis(100);

    private final MongoDatabase database;
    private final Parked parked;
    private final Marks marks;
    private final Forks forks;
    private final Map<Topic, List<MongoCollection<Document>>> documents = new EnumMap<>(Topic.class);
    private final Map<Topic, Map<TopicPartition, Long>> remembered = new EnumMap<>(Topic.class);
    private volatile boolean looked;

    History(MongoDatabase database, Parked parked, Marks marks) {
        this.database = database;
        this.parked = parked;
        this.marks = marks;
        this.forks = new Forks(database.getCollection("forks"));
    }

    /** The documents of this collection announce there. */
    void of(Topic topic, String collection) {
        documents.computeIfAbsent(topic, _ -> new ArrayList<>()).add(database.getCollection(collection));
    }

    /** As an operator is shown what waits: nobody listens to it, and it is never done but by being passed over. */
    Subscription subscription(Topic topic) {
        var subscription = Subscription.of(topic.wireName() + ".history", topic);
        topic.events().forEach(type -> subscription.on(type, (_, at) -> forked(topic, at)));
        return subscription.build();
    }

    private Reacted forked(Topic topic, Position at) {
        return new Reacted.Forked("none, the store ends at number " + last(topic, at.key()));
    }

    private long last(Topic topic, String key) {
        return documents.getOrDefault(topic, List.of()).stream()
                .flatMap(one -> Optional.ofNullable(one.find(Filters.eq(key)).first()).stream())
                .mapToLong(found -> found.get("seq", 0L))
                .max()
                .orElse(0);
    }

    /** Whether it was looked: until then nothing may be sent. */
    boolean isLooked() {
        return looked;
    }

    /** As it is sent. */
    Envelope marked(Envelope envelope) {
        return forks.marked(envelope);
    }

    /** Looks through what lies behind the marks. Looking twice is looking once. */
    void look(Consumer<byte[], byte[]> reader) {
        if (looked) {
            return;
        }
        forks.load();
        for (var topic : documents.keySet()) {
            var ends = ends(topic, reader);
            look(topic, reader, ends);
            write(topic, ends);
        }
        looked = true;
    }

    /** Moves the marks on: what is in the log by now came from documents that are in the store. */
    void remember(Consumer<byte[], byte[]> reader) {
        for (var topic : documents.keySet()) {
            write(topic, ends(topic, reader));
        }
    }

    private void write(Topic topic, Map<TopicPartition, Long> ends) {
        if (!ends.equals(remembered.get(topic))) {
            marks.write(topic.wireName(), ends);
            remembered.put(topic, ends);
        }
    }

    private static Map<TopicPartition, Long> ends(Topic topic, Consumer<byte[], byte[]> reader) {
        return reader.endOffsets(IntStream.range(0, topic.partitions())
                .mapToObj(partition -> new TopicPartition(topic.wireName(), partition))
                .toList());
    }

    private void look(Topic topic, Consumer<byte[], byte[]> reader, Map<TopicPartition, Long> ends) {
        var from = marks.read(topic.wireName(), topic.wireName());
        var begins = reader.beginningOffsets(ends.keySet());
        reader.assign(ends.keySet());
        ends.forEach((one, end) ->
                reader.seek(one, Math.clamp(from.getOrDefault(one, 0L), begins.getOrDefault(one, 0L), end)));
        var ahead = new LinkedHashMap<String, Ahead>();
        while (ends.entrySet().stream().anyMatch(end -> reader.position(end.getKey()) < end.getValue())) {
            var batch = new ArrayList<ConsumerRecord<byte[], byte[]>>();
            reader.poll(PATIENCE).forEach(batch::add);
            compare(topic, batch, ahead);
        }
        ahead.forEach((key, found) -> tell(topic, key, found));
    }

    /** The events of one key the store does not know of. */
    private record Ahead(ConsumerRecord<byte[], byte[]> first, long stored, Map<Long, String> ids) {}

    private void compare(Topic topic, List<ConsumerRecord<byte[], byte[]>> batch, Map<String, Ahead> ahead) {
        var stored = stored(topic, batch);
        for (var record : batch) {
            var at = Envelope.positionOf(record).filter(_ -> isOfUs(topic, record));
            if (at.isEmpty()) {
                continue; // whoever wrote that, it was not this service; its consumers park it
            }
            var document = stored.getOrDefault(at.get().key(), new Document("seq", 0L));
            if (isUnknown(document, at.get())) {
                ahead.computeIfAbsent(at.get().key(), _ -> new Ahead(record, document.getLong("seq"), new TreeMap<>()))
                        .ids()
                        .put(at.get().seq(), at.get().id());
            }
        }
    }

    private static boolean isUnknown(Document document, Position at) {
        return at.seq() > document.getLong("seq")
                || document.getList("outbox", Document.class, List.of()).stream()
                        .anyMatch(news -> news.getLong("seq") == at.seq()
                                && !news.getString("id").equals(at.id()));
    }

    private static boolean isOfUs(Topic topic, ConsumerRecord<byte[], byte[]> record) {
        try {
            var event = Envelope.from(record);
            return topic.event(event.type())
                    .map(type -> EventJson.read(event.data(), type).subject().equals(event.key()))
                    .orElse(false);
        } catch (Envelope.Unreadable | JacksonException e) {
            return false;
        }
    }

    /** Read after the records: what was announced meanwhile is in it. */
    private Map<String, Document> stored(Topic topic, List<ConsumerRecord<byte[], byte[]>> batch) {
        var keys = batch.stream()
                .flatMap(record -> Envelope.positionOf(record).map(Position::key).stream())
                .distinct()
                .toList();
        var found = new HashMap<String, Document>();
        if (keys.isEmpty()) {
            return found;
        }
        for (var collection : documents.getOrDefault(topic, List.of())) {
            collection
                    .find(Filters.in("_id", keys))
                    .projection(Projections.include("seq", "outbox.seq", "outbox.id"))
                    .forEach(one -> found.put(one.getString("_id"), one.append("seq", one.get("seq", Long.MAX_VALUE))));
        }
        return found;
    }

    private void tell(Topic topic, String key, Ahead found) {
        var subscription = subscription(topic);
        LOG.atError()
                .addKeyValue("consumer", subscription.consumer())
                .addKeyValue("source", topic.wireName())
                .addKeyValue("key", key)
                .addKeyValue("stored", found.stored())
                .addKeyValue("ids", found.ids())
                .log("The log has events of this aggregate that the store does not know: is it of an earlier day?");
        forks.keep(topic.wireName(), key, found.ids());
        parked.park(
                subscription,
                key,
                found.first(),
                ParkedCause.FORKED,
                "the log has %s, the store ends at number %d".formatted(found.ids(), found.stored()));
    }
}
