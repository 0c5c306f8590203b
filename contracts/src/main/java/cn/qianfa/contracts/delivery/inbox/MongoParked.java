package cn.qianfa.contracts.delivery.inbox;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;

/** Parked events in the service's own database, as the bytes they came as. */
public final class MongoParked implements Parked {
    private static final int MOST_EVENTS = 1_000;
    private static final long MOST_BYTES = 8L * 1024 * 1024;

    private final MongoCollection<Document> parked;
    private final InstantSource clock;

    public MongoParked(MongoCollection<Document> parked, InstantSource clock) {
        this.parked = parked.withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        this.clock = clock;
    }

    /** Declares the index {@link #count} and {@link #waiting} ask by. */
    public void index() {
        parked.createIndex(Indexes.ascending("consumer"));
    }

    @Override
    public Set<String> among(Subscription subscription, Collection<String> keys) {
        var ids = keys.stream().map(key -> id(subscription, key)).toList();
        return parked.find(Filters.in("_id", ids))
                .projection(Projections.include("key"))
                .map(found -> found.getString("key"))
                .into(new HashSet<>());
    }

    @Override
    public void park(
            Subscription subscription,
            String key,
            ConsumerRecord<byte[], byte[]> first,
            ParkedCause cause,
            String detail) {
        try {
            parked.insertOne(new Document("_id", id(subscription, key))
                    .append("consumer", subscription.consumer())
                    .append("source", subscription.topic().wireName())
                    .append("key", key)
                    .append("cause", cause.name())
                    .append("detail", detail)
                    .append("since", Date.from(clock.instant()))
                    .append("last", first.offset())
                    .append("bytes", bytes(first))
                    .append("count", 1)
                    .append("events", List.of(ParkedRecord.write(first))));
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            append(subscription, key, first);
        }
    }

    @Override
    public boolean append(Subscription subscription, String key, ConsumerRecord<byte[], byte[]> next) {
        var id = id(subscription, key);
        var found = parked.find(Filters.eq(id))
                .projection(Projections.include("last", "bytes", "count"))
                .first();
        if (found == null) {
            return false;
        }
        if (found.getLong("last") >= next.offset()) {
            return true;
        }
        if (found.getLong("bytes") + bytes(next) > MOST_BYTES || found.getInteger("count") >= MOST_EVENTS) {
            throw new Full(id, found.getInteger("count"));
        }
        var behind = parked.updateOne(
                Filters.and(Filters.eq(id), Filters.lt("last", next.offset())),
                Updates.combine(
                        Updates.push("events", ParkedRecord.write(next)),
                        Updates.inc("bytes", bytes(next)),
                        Updates.inc("count", 1),
                        Updates.set("last", next.offset())));
        return behind.getMatchedCount() > 0 || append(subscription, key, next);
    }

    @Override
    public List<String> waiting(Subscription subscription) {
        return parked.find(Filters.eq("consumer", subscription.consumer()))
                .map(found -> found.getString("key"))
                .into(new ArrayList<>());
    }

    @Override
    public Optional<ConsumerRecord<byte[], byte[]>> first(Subscription subscription, String key) {
        return Optional.ofNullable(
                        parked.find(Filters.eq(id(subscription, key))).first())
                .map(found -> found.getList("events", Document.class).getFirst())
                .map(event -> ParkedRecord.read(subscription.topic().wireName(), key, event));
    }

    @Override
    public void passed(Subscription subscription, String key, long offset) {
        var id = id(subscription, key);
        var over = parked.deleteOne(
                Filters.and(Filters.eq(id), Filters.eq("last", offset), Filters.eq("events.0.offset", offset)));
        if (over.getDeletedCount() == 0) {
            parked.updateOne(
                    Filters.and(Filters.eq(id), Filters.eq("events.0.offset", offset)),
                    Updates.combine(Updates.popFirst("events"), Updates.inc("count", -1)));
        }
    }

    @Override
    public long count(String consumer) {
        return parked.countDocuments(Filters.eq("consumer", consumer));
    }

    private static long bytes(ConsumerRecord<byte[], byte[]> record) {
        return record.value() == null ? 0 : record.value().length;
    }

    private static String id(Subscription subscription, String key) {
        return subscription.consumer() + '|' + subscription.topic().wireName() + '|' + key;
    }
}
