package cn.qianfa.bench;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.DocumentCodec;

/** A collection like the services' own, and what they ask of it. */
final class Questions {
    /**
     * How much is asked.
     *
     * @param slices of each operation, in which it takes turns with what it is compared with
     * @param calls of each slice
     * @param clients who ask at once; 0 where that is not asked
     */
    record Effort(int slices, int calls, int clients) {}

    private static final int UNITS = 20;
    private static final int STATES = 5;
    private static final int CALLS_OF_CLIENT = 4;
    private static final int BATCH = 500;
    private static final long EPOCH = 1_700_000_000_000L;
    private static final Document PING = new Document("ping", 1);

    private final MongoDatabase database;
    private final MongoCollection<Document> drafts;
    private final RawFile file;
    private final int size;
    private final Effort effort;
    private final long[] versions;
    private final byte[] bytes = new RawBsonDocument(draft(0, new Random(7)), new DocumentCodec())
            .getByteBuffer()
            .array();

    Questions(MongoDatabase database, RawFile file, int size, Effort effort) {
        this.database = database;
        this.drafts = database.getCollection("drafts");
        this.file = file;
        this.size = size;
        this.effort = effort;
        this.versions = new long[size];
    }

    Map<String, Times> ask() {
        drafts.createIndex(Indexes.compoundIndex(Indexes.ascending("unit", "state"), Indexes.descending("at")));
        drafts.createIndex(Indexes.ascending("pendingAt"), new IndexOptions().sparse(true));
        fill();
        var times = new LinkedHashMap<String, Times>();
        times.put("guarded update {_id, version}", time(this::guardedUpdate));
        if (effort.clients() > 0) {
            times.put("guarded update, %d clients".formatted(effort.clients()), timeAtOnce());
        }
        times.put("insert", time(number -> drafts.insertOne(draft(size + number, new Random(number)))));
        times.put("unit's list, newest first, 20", time(this::unitsList));
        times.put("page by _id, 20", time(this::pageById));
        times.put("count of a unit's state", time(this::count));
        times.put("due work, oldest first, 50", time(this::dueWork));
        return times;
    }

    private void fill() {
        var random = new Random(7);
        for (var from = 0; from < size; from += BATCH) {
            var batch = new ArrayList<Document>();
            for (var number = from; number < Math.min(size, from + BATCH); number++) {
                batch.add(draft(number, random));
            }
            drafts.insertMany(batch);
        }
    }

    /** Every unit has documents in every state; one in a hundred is due. */
    private static Document draft(int number, Random random) {
        var draft = new Document("_id", id(number))
                .append("version", 0L)
                .append("unit", "unit-" + number % UNITS)
                .append("state", state(number / UNITS))
                .append("at", new Date(EPOCH + random.nextInt(1_000_000_000)))
                .append("text", "稿".repeat(200));
        return number % 100 == 0 ? draft.append("pendingAt", new Date(EPOCH + number)) : draft;
    }

    private static String id(int number) {
        return String.format(Locale.ROOT, "%012d", number);
    }

    private static String state(int number) {
        return "STATE-" + number % STATES;
    }

    private void guardedUpdate(int number) {
        update(Math.floorMod(number * 7_919, size)); // all over the collection
    }

    private void update(int one) {
        var updated =
                drafts.updateOne(and(eq("_id", id(one)), eq("version", versions[one])), Updates.inc("version", 1L));
        if (updated.getModifiedCount() != 1) {
            throw new IllegalStateException("document " + one + ": not updated (expected: once)");
        }
        versions[one]++;
    }

    private void unitsList(int number) {
        var page = Math.min(20, size / UNITS / STATES);
        mustBe(
                page,
                drafts.find(and(eq("unit", "unit-" + number % UNITS), eq("state", state(number))))
                        .sort(Sorts.descending("at"))
                        .limit(page)
                        .into(new ArrayList<>())
                        .size());
    }

    private void pageById(int number) {
        mustBe(
                20,
                drafts.find(gt("_id", id(Math.floorMod(number * 7_919, size - 20))))
                        .sort(Sorts.ascending("_id"))
                        .limit(20)
                        .into(new ArrayList<>())
                        .size());
    }

    private void count(int number) {
        var found = drafts.countDocuments(and(eq("unit", "unit-" + number % UNITS), eq("state", state(number))));
        if (found < size / UNITS / STATES) {
            throw new IllegalStateException(
                    "counted: %d (expected: %d or more)".formatted(found, size / UNITS / STATES));
        }
    }

    private void dueWork(int number) {
        var page = Math.min(50, size / 100);
        mustBe(
                page,
                drafts.find(lte("pendingAt", new Date(EPOCH + size)))
                        .sort(Sorts.ascending("pendingAt"))
                        .limit(page)
                        .into(new ArrayList<>())
                        .size());
    }

    private static void mustBe(int expected, int found) {
        if (found != expected) {
            throw new IllegalStateException("found: %d documents (expected: %d)".formatted(found, expected));
        }
    }

    private Times time(IntConsumer call) {
        return time(first -> repeat(call, first), effort.calls());
    }

    /** As many clients at once, each with documents of its own; the time is per update, all clients together. */
    private Times timeAtOnce() {
        try (var clients = Executors.newFixedThreadPool(effort.clients())) {
            return time(_ -> updateAtOnce(clients), CALLS_OF_CLIENT * effort.clients());
        }
    }

    /** The first slice warms up. */
    private Times time(IntConsumer slice, int callsOfSlice) {
        var times = Times.of(effort.slices());
        for (var number = -1; number < effort.slices(); number++) {
            var first = (number + 1) * effort.calls();
            var pings = milliseconds(() -> repeat(_ -> database.runCommand(PING), first)) / effort.calls();
            var appends = milliseconds(() -> repeat(_ -> file.append(bytes), first)) / effort.calls();
            var calls = milliseconds(() -> slice.accept(first)) / callsOfSlice;
            if (number >= 0) {
                times.pings()[number] = pings;
                times.appends()[number] = appends;
                times.calls()[number] = calls;
            }
        }
        return times;
    }

    private void updateAtOnce(ExecutorService clients) {
        var asked = new ArrayList<Future<?>>();
        for (var client = 0; client < effort.clients(); client++) {
            var first = client * CALLS_OF_CLIENT;
            asked.add(clients.submit(() -> repeat(this::update, first, CALLS_OF_CLIENT)));
        }
        asked.forEach(Questions::await);
    }

    private static void await(Future<?> asked) {
        try {
            asked.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void repeat(IntConsumer call, int first) {
        repeat(call, first, effort.calls());
    }

    private static void repeat(IntConsumer call, int first, int calls) {
        for (var number = first; number < first + calls; number++) {
            call.accept(number);
        }
    }

    private static double milliseconds(Runnable what) {
        var began = System.nanoTime();
        what.run();
        return (System.nanoTime() - began) / 1e6;
    }
}
