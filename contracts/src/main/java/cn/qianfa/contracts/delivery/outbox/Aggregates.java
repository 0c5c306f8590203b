package cn.qianfa.contracts.delivery.outbox;

import cn.qianfa.contracts.delivery.Backlog;
import cn.qianfa.contracts.delivery.Cause;
import cn.qianfa.contracts.delivery.Reacted;
import cn.qianfa.contracts.delivery.Receipt;
import cn.qianfa.contracts.delivery.Revision;
import cn.qianfa.contracts.delivery.StaleWrite;
import cn.qianfa.contracts.event.Event;
import cn.qianfa.contracts.event.Topic;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteConcernException;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.Updates;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * A collection of documents that carry their own news: one guarded update stores state and news together. Fields other
 * than {@code _id} and the state's: {@code version, seq, outbox, pendingAt, createKey, receipts, applied}.
 */
public final class Aggregates {
    private static final int RECEIPTS_KEPT = 16;

    private final MongoCollection<Document> documents;
    /** What no change of the primary takes back: whether a write that was not answered for came through. */
    private final MongoCollection<Document> settled;

    private final Outbox outbox;
    private Consumer<String> newsIn = id -> {};

    public Aggregates(
            MongoCollection<Document> documents,
            Topic topic,
            InstantSource clock,
            Supplier<UUID> ids,
            Supplier<@Nullable String> trace) {
        this.documents = documents.withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        this.settled = this.documents.withReadConcern(ReadConcern.MAJORITY);
        this.outbox = new Outbox(topic, clock, ids, trace);
    }

    /** Declares the indexes this class asks by. */
    public void index() {
        documents.createIndex(Indexes.ascending("pendingAt"), new IndexOptions().sparse(true));
        documents.createIndex(
                Indexes.ascending("createKey"), new IndexOptions().unique(true).sparse(true));
    }

    /** The relay's view of the same documents. */
    public Outgoing outgoing() {
        return new MongoOutgoing(documents, outbox);
    }

    /** Who is told that an aggregate has news. */
    public void whenNews(Consumer<String> told) {
        newsIn = told;
    }

    public Optional<Document> find(String id) {
        return Optional.ofNullable(documents.find(Filters.eq(id)).first());
    }

    /** The state of delivery of a document that was read. */
    public static Revision revision(Document document) {
        return DeliveryFields.revision(document);
    }

    /**
     * Stores a new document with its news.
     *
     * @return empty if it was stored; else the receipt of the same command, which stored it before
     * @throws StaleWrite if the id is taken by another cause
     */
    public Optional<Receipt> insert(String id, Cause cause, Document state, List<? extends Event> news) {
        var entries = outbox.entries(id, 0, news);
        var document = new Document("_id", id)
                .append("version", 1L)
                .append("seq", (long) entries.size())
                .append("outbox", entries)
                .append("receipts", DeliveryFields.receipts(id, 1, cause))
                .append("applied", DeliveryFields.appliedAtFirst(cause));
        document.putAll(state);
        outbox.pendingSince(entries).ifPresent(since -> document.append("pendingAt", since));
        if (cause instanceof Cause.Command command) {
            document.append("createKey", command.key());
            document.append("created", DeliveryFields.receipts(id, 1, command).getFirst());
        }
        try {
            documents.insertOne(document);
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            return Optional.of(earlier(id, cause));
        } catch (MongoSocketException | MongoTimeoutException | MongoWriteConcernException e) {
            storedAfterAll(id, 1, cause, e);
        }
        tell(id, entries);
        return Optional.empty();
    }

    /**
     * Stores the change of a document, its news and the mark of what caused it in one update.
     *
     * @throws StaleWrite if the document is not at this revision any more
     * @throws Backlog if too much news waits in it
     */
    public void save(String id, Revision at, Cause cause, Bson state, List<? extends Event> news) {
        var entries = outbox.entries(id, at.seq(), news);
        var pending = at.pendingBytes() + Outbox.bytes(entries);
        if (!entries.isEmpty() && pending > Outbox.LARGEST_OUTBOX) {
            throw new Backlog(id, pending, Outbox.LARGEST_OUTBOX);
        }
        var change = new ArrayList<Bson>(List.of(state, Updates.inc("version", 1L)));
        change.addAll(outbox.add(entries));
        change.addAll(markOf(id, at, cause));
        try {
            var saved = documents.updateOne(guard(id, at, cause), Updates.combine(change));
            if (saved.getMatchedCount() == 0) {
                throw stale(id, at);
            }
        } catch (MongoSocketException | MongoTimeoutException | MongoWriteConcernException e) {
            storedAfterAll(id, at.version() + 1, cause, e);
        }
        tell(id, entries);
    }

    private Bson guard(String id, Revision at, Cause cause) {
        var guards = new ArrayList<Bson>(List.of(Filters.eq(id), Filters.eq("version", at.version())));
        if (cause instanceof Cause.Event(var from)) {
            var last = at.applied().get(from.source());
            var field = "applied." + DeliveryFields.field(from.source()) + ".seq";
            guards.add(last == null ? Filters.exists(field, false) : Filters.eq(field, last.seq()));
        }
        return Filters.and(guards);
    }

    private static List<Bson> markOf(String id, Revision at, Cause cause) {
        return switch (cause) {
            case Cause.Command command ->
                List.of(Updates.pushEach(
                        "receipts",
                        DeliveryFields.receipts(id, at.version() + 1, command),
                        new PushOptions().slice(-RECEIPTS_KEPT)));
            case Cause.Event(var from) ->
                List.of(Updates.set("applied." + DeliveryFields.field(from.source()), DeliveryFields.mark(from)));
            case Cause.Own _ -> List.of();
        };
    }

    /** The receipt under a create key; also long after, when the list of the last commands has moved on. */
    public Optional<Receipt> created(String createKey) {
        return Optional.ofNullable(
                        settled.find(Filters.eq("createKey", createKey)).first())
                .map(found -> DeliveryFields.receipt(found.get("created", Document.class)));
    }

    private Receipt earlier(String id, Cause cause) {
        if (cause instanceof Cause.Command command) {
            return created(command.key()).orElseThrow(() -> stale(id, Revision.NEW));
        }
        throw stale(id, Revision.NEW);
    }

    /** The store did not answer: whether it took the write is told by the cause's own mark. */
    private void storedAfterAll(String id, long version, Cause cause, MongoException trouble) {
        var stored = Optional.ofNullable(settled.find(Filters.eq(id)).first())
                .filter(document -> document.getLong("version") >= version);
        if (stored.map(Aggregates::revision).filter(now -> bears(now, cause)).isEmpty()) {
            throw trouble;
        }
    }

    private static boolean bears(Revision now, Cause cause) {
        return switch (cause) {
            case Cause.Command command -> now.receiptOf(command).isPresent();
            case Cause.Event(var from) -> now.mirror(from) == Reacted.DUPLICATE;
            case Cause.Own _ -> false;
        };
    }

    private StaleWrite stale(String id, Revision at) {
        return new StaleWrite(documents.getNamespace().getCollectionName(), id, at.version());
    }

    private void tell(String id, List<Document> entries) {
        if (!entries.isEmpty()) {
            newsIn.accept(id);
        }
    }
}
