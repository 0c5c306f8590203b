package cn.qianfa.bench;

import cn.qianfa.embedded.store.StoreServer;
import cn.qianfa.embedded.store.StoreSettings;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.IntConsumer;
import org.bson.Document;

/**
 * What the services ask of the store, in milliseconds per call (median of slices), ours beside the stock H2 backend in
 * one run: {@code StoreBench [documents ...]}. Ours acknowledges after a sync to disk, the stock one before.
 */
public final class StoreBench {
    private static final int SLICES = 9;
    private static final int CALLS = 40;
    private static final int UNITS = 300;

    private StoreBench() {}

    static void main(String[] sizes) throws IOException {
        var documents = sizes.length == 0
                ? List.of(1_000, 100_000)
                : Arrays.stream(sizes).map(Integer::valueOf).toList();
        System.out.printf("%-34s%10s%12s%12s%8s%n", "operation", "documents", "stock ms", "ours ms", "ratio");
        for (var size : documents) {
            compare(size);
        }
    }

    private static void compare(int size) throws IOException {
        var directory = Files.createTempDirectory("qianfa-bench");
        var stock = new MongoServer(new H2Backend(directory.resolve("stock.mv").toString()));
        var stockUri = "mongodb:/" + stock.bind();
        try (var ours = StoreServer.start(StoreSettings.in(directory.resolve("ours")))) {
            var stockTimes = measure(stockUri, size);
            var ourTimes = measure(ours.uri(), size);
            ourTimes.forEach(
                    (operation, time) -> print(operation, size, stockTimes.getOrDefault(operation, 0.0), time));
        } finally {
            stock.shutdownNow();
            clear(directory);
        }
    }

    private static void print(String operation, int size, double stock, double ours) {
        System.out.printf(Locale.ROOT, "%-34s%10d%12.3f%12.3f%8.1f%n", operation, size, stock, ours, stock / ours);
    }

    private static Map<String, Double> measure(String uri, int size) {
        try (var client = MongoClients.create(uri)) {
            var drafts = client.getDatabase("bench").getCollection("drafts");
            drafts.createIndex(Indexes.compoundIndex(Indexes.ascending("unit", "state"), Indexes.descending("at")));
            drafts.createIndex(Indexes.ascending("pendingAt"), new IndexOptions().sparse(true));
            var times = new LinkedHashMap<String, Double>();
            times.put("insert, 500 at a time (per document)", fill(drafts, size));
            times.putAll(ask(drafts, size));
            return times;
        }
    }

    private static double fill(MongoCollection<Document> drafts, int size) {
        var random = new Random(7);
        var began = System.nanoTime();
        for (var from = 0; from < size; from += 500) {
            var batch = new ArrayList<Document>();
            for (var number = from; number < Math.min(size, from + 500); number++) {
                batch.add(draft(number, random));
            }
            drafts.insertMany(batch);
        }
        return (System.nanoTime() - began) / 1e6 / size;
    }

    private static Document draft(int number, Random random) {
        var draft = new Document("_id", id(number))
                .append("version", 1L)
                .append("unit", "unit-" + number % UNITS)
                .append("state", number % 5 == 0 ? "SUBMITTED" : "RELEASED")
                .append("at", new Date(1_700_000_000_000L + random.nextInt(1_000_000_000)))
                .append("text", "稿".repeat(200));
        return number % 1_000 == 0 ? draft.append("pendingAt", new Date(number)) : draft;
    }

    private static Map<String, Double> ask(MongoCollection<Document> drafts, int size) {
        var times = new LinkedHashMap<String, Double>();
        times.put("guarded update {_id, version}", time(number -> guarded(drafts, number % size)));
        times.put(
                "page of a unit's list, newest first",
                time(number -> drafts.find(Filters.and(
                                Filters.eq("unit", "unit-" + number % UNITS), Filters.eq("state", "SUBMITTED")))
                        .sort(Sorts.descending("at"))
                        .limit(20)
                        .into(new ArrayList<>())));
        times.put(
                "page by _id",
                time(number -> drafts.find(Filters.gt("_id", id(number)))
                        .sort(Sorts.ascending("_id"))
                        .limit(20)
                        .into(new ArrayList<>())));
        times.put(
                "due work, oldest first",
                time(number -> drafts.find(Filters.lte("pendingAt", new Date()))
                        .sort(Sorts.ascending("pendingAt"))
                        .limit(50)
                        .into(new ArrayList<>())));
        times.put(
                "count of a unit's state",
                time(number -> drafts.countDocuments(
                        Filters.and(Filters.eq("unit", "unit-" + number % UNITS), Filters.eq("state", "SUBMITTED")))));
        return times;
    }

    private static void guarded(MongoCollection<Document> drafts, int number) {
        var found = drafts.find(Filters.eq("_id", id(number))).first();
        var version = found == null ? 0L : found.getLong("version");
        drafts.updateOne(
                Filters.and(Filters.eq("_id", id(number)), Filters.eq("version", version)), Updates.inc("version", 1L));
    }

    /** Milliseconds per call: the median of the slices, the first of them thrown away. */
    private static double time(IntConsumer call) {
        var slices = new double[SLICES];
        for (var slice = 0; slice <= SLICES; slice++) {
            var began = System.nanoTime();
            for (var number = 0; number < CALLS; number++) {
                call.accept(slice * CALLS + number);
            }
            if (slice > 0) {
                slices[slice - 1] = (System.nanoTime() - began) / 1e6 / CALLS;
            }
        }
        Arrays.sort(slices);
        return slices[SLICES / 2];
    }

    private static String id(int number) {
        return String.format(Locale.ROOT, "%012d", number);
    }

    private static void clear(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
