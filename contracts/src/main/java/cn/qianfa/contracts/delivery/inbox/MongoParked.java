package cn.qianfa.contracts.delivery.inbox;

import cn.qianfa.contracts.delivery.inbox.Interventions.Intervention;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
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
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/** Parked events in the service's own database, as the bytes they came as. */
public final class MongoParked implements Parked {
    private static final int MOST_EVENTS = 1_000;
    private static final long MOST_BYTES = 8L * 1024 * 1024;

    private static final Bson ONLY_THE_FIRST = Projections.fields(
            Projections.include("consumer", "source", "key", "cause", "detail", "since", "count"),
            Projections.slice("events", 1));

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
        var ids = keys.stream().map(key -> Parked.id(subscription, key)).toList();
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
            parked.insertOne(new Document("_id", Parked.id(subscription, key))
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
        var id = Parked.id(subscription, key);
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
    public Optional<Waiting> find(String id) {
        return Optional.ofNullable(
                        parked.find(Filters.eq(id)).projection(ONLY_THE_FIRST).first())
                .map(MongoParked::read);
    }

    @Override
    public List<Waiting> list(@Nullable String after, int limit) {
        return parked.find(after == null ? Filters.empty() : Filters.gt("_id", after))
                .projection(ONLY_THE_FIRST)
                .sort(Sorts.ascending("_id"))
                .limit(limit)
                .map(MongoParked::read)
                .into(new ArrayList<>());
    }

    private static Waiting read(Document found) {
        var first = found.getList("events", Document.class).getFirst();
        return new Waiting(
                found.getString("_id"),
                found.getString("consumer"),
                found.getString("source"),
                found.getString("key"),
                ParkedCause.valueOf(found.getString("cause")),
                found.getString("detail"),
                found.getDate("since").toInstant(),
                found.getInteger("count"),
                ParkedRecord.read(found.getString("source"), found.getString("key"), first),
                first.getList("decisions", Document.class, List.of()).stream()
                        .map(InterventionDocuments::read)
                        .toList());
    }

    @Override
    public boolean decide(Waiting at, Intervention decision, byte @Nullable [] repaired) {
        var change = new ArrayList<Bson>();
        change.add(Updates.push("events.0.decisions", InterventionDocuments.write(decision)));
        if (repaired != null) {
            change.add(Updates.set("events.0.value", new Binary(repaired)));
            change.add(Updates.inc("bytes", repaired.length - bytes(at.first())));
        }
        return parked.updateOne(asRead(at), Updates.combine(change)).getMatchedCount() > 0;
    }

    @Override
    public void blocked(Waiting at, ParkedCause cause, String detail) {
        parked.updateOne(
                asRead(at), Updates.combine(Updates.set("cause", cause.name()), Updates.set("detail", detail)));
    }

    @Override
    public boolean passed(Waiting at) {
        var over = parked.deleteOne(
                Filters.and(asRead(at), Filters.eq("last", at.first().offset())));
        if (over.getDeletedCount() > 0) {
            return true;
        }
        var next = Updates.combine(
                Updates.popFirst("events"), Updates.inc("count", -1), Updates.inc("bytes", -bytes(at.first())));
        return parked.updateOne(asRead(at), next).getMatchedCount() > 0;
    }

    /** The first event is still the one that was read, and nobody decided about it since. */
    private static Bson asRead(Waiting at) {
        var decisions = at.decisions().size();
        return Filters.and(
                Filters.eq(at.id()),
                Filters.eq("events.0.offset", at.first().offset()),
                decisions == 0
                        ? Filters.exists("events.0.decisions", false)
                        : Filters.size("events.0.decisions", decisions));
    }

    @Override
    public long count(String consumer) {
        return parked.countDocuments(Filters.eq("consumer", consumer));
    }

    private static long bytes(ConsumerRecord<byte[], byte[]> record) {
        return record.value() == null ? 0 : record.value().length;
    }
}
