package cn.qianfa.contracts.delivery.outbox;

import cn.qianfa.contracts.delivery.Envelope;
import cn.qianfa.contracts.delivery.EventJson;
import cn.qianfa.contracts.event.Event;
import cn.qianfa.contracts.event.Topic;
import com.mongodb.client.model.Updates;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * The news that waits inside the document it is about. The fields: {@code version}, {@code seq}, {@code outbox},
 * {@code pendingAt} while something waits.
 */
final class Outbox {
    static final int LARGEST_EVENT = 128 * 1024;
    static final int LARGEST_OUTBOX = 4 * 1024 * 1024;

    private final Topic topic;
    private final InstantSource clock;
    private final Supplier<UUID> ids;
    private final Supplier<@Nullable String> trace;

    Outbox(Topic topic, InstantSource clock, Supplier<UUID> ids, Supplier<@Nullable String> trace) {
        this.topic = topic;
        this.clock = clock;
        this.ids = ids;
        this.trace = trace;
    }

    /**
     * The entries of these events behind number {@code after}.
     *
     * @throws IllegalArgumentException for an event that is too large or is about another aggregate
     */
    List<Document> entries(String key, long after, List<? extends Event> news) {
        var entries = new ArrayList<Document>();
        for (var event : news) {
            entries.add(entry(key, after + 1 + entries.size(), event));
        }
        return entries;
    }

    private Document entry(String key, long seq, Event event) {
        if (!event.subject().equals(key)) {
            throw new IllegalArgumentException("subject: %s (expected: %s)".formatted(event.subject(), key));
        }
        if (!topic.events().contains(event.getClass())) {
            throw new IllegalArgumentException(
                    "event: %s (expected: one of %s)".formatted(event.getClass().getSimpleName(), topic.wireName()));
        }
        var data = EventJson.write(event);
        if (data.length > LARGEST_EVENT) {
            throw new IllegalArgumentException(
                    "event of %d bytes (expected: at most %d)".formatted(data.length, LARGEST_EVENT));
        }
        var entry = new Document("seq", seq)
                .append("id", ids.get().toString())
                .append("type", Event.typeOf(event.getClass()))
                .append("time", Date.from(clock.instant()))
                .append("data", new Binary(data));
        var traceparent = trace.get();
        return traceparent == null ? entry : entry.append("traceparent", traceparent);
    }

    /** Adds the entries to the document; {@code pendingAt} stays the time of the oldest. */
    List<Bson> add(List<Document> entries) {
        if (entries.isEmpty()) {
            return List.of();
        }
        return List.of(
                Updates.inc("seq", (long) entries.size()),
                Updates.pushEach("outbox", entries),
                Updates.min("pendingAt", Date.from(clock.instant())));
    }

    /** When these entries began to wait; empty where there are none. */
    Optional<Date> pendingSince(List<Document> entries) {
        return entries.isEmpty() ? Optional.empty() : Optional.of(Date.from(clock.instant()));
    }

    static int bytes(List<Document> entries) {
        return entries.stream()
                .mapToInt(entry -> entry.get("data", Binary.class).length())
                .sum();
    }

    Envelope envelope(String key, Document entry) {
        return new Envelope(
                topic.wireName(),
                key,
                entry.getLong("seq"),
                entry.getString("id"),
                entry.getString("type"),
                topic.owner(),
                entry.getDate("time").toInstant(),
                entry.getString("traceparent"),
                entry.get("data", Binary.class).getData());
    }
}
