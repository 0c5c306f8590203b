package cn.qianfa.bench;

import cn.qianfa.bench.Questions.Effort;
import cn.qianfa.embedded.store.StoreServer;
import cn.qianfa.embedded.store.StoreSettings;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the services ask of the store: {@code StoreBench [documents ...]}. Every operation takes turns with the two things it
 * is made of, a {@code ping} of the same server and a synced append of one document's bytes to a plain file, so that each
 * ratio compares what happened in the same second. The stock H2 backend, which acknowledges before it syncs and scans, is
 * asked the same. The data lie in a temporary directory, which is removed.
 */
public final class StoreBench {
    private static final List<Integer> USUAL_SIZES = List.of(1_000, 100_000);
    private static final Effort OURS = new Effort(9, 20, 16);
    /** It takes a hundred times as long, and sixteen clients at once wait until they give up. */
    private static final Effort STOCK = new Effort(5, 5, 0);

    private static final int WARM_UP = 2_000;
    private static final String LINE = "%-36s%10s%10s%10s%10s%10s%10s%10s%10s%n";

    private StoreBench() {}

    static void main(String[] sizes) throws IOException {
        System.out.printf(
                "%s, %s, Java %s, %d processors%n",
                Instant.now(),
                System.getProperty("os.name"),
                Runtime.version(),
                Runtime.getRuntime().availableProcessors());
        System.out.println("ms per call, medians of slices; the ratios are medians of each slice's own ratio");
        System.out.printf(
                LINE, "operation", "documents", "ours", "ping", "append", "x ping", "x append", "stock", "x ours");
        compare(WARM_UP); // else the first to be asked would pay for compiling
        for (var size : sizes(sizes)) {
            compare(size).forEach(System.out::print);
        }
    }

    private static List<Integer> sizes(String[] sizes) {
        return sizes.length == 0
                ? USUAL_SIZES
                : Stream.of(sizes).map(Integer::valueOf).toList();
    }

    private static List<String> compare(int size) throws IOException {
        var directory = Files.createTempDirectory("qianfa-bench");
        try {
            var ours = ofOurs(directory.resolve("ours"), size);
            var stock = ofStock(directory, size);
            return ours.entrySet().stream()
                    .map(one -> line(one.getKey(), size, one.getValue(), Optional.ofNullable(stock.get(one.getKey()))))
                    .toList();
        } finally {
            clear(directory);
        }
    }

    private static Map<String, Times> ofOurs(Path directory, int size) throws IOException {
        try (var server = StoreServer.start(StoreSettings.in(directory))) {
            return measure(server.uri(), directory, size, OURS);
        }
    }

    private static Map<String, Times> ofStock(Path directory, int size) throws IOException {
        var server = new MongoServer(new H2Backend(directory.resolve("stock.mv").toString()));
        try {
            var address = server.bind();
            return measure("mongodb://127.0.0.1:" + address.getPort(), directory, size, STOCK);
        } finally {
            server.shutdownNow();
        }
    }

    private static Map<String, Times> measure(String uri, Path directory, int size, Effort effort) throws IOException {
        try (var client = MongoClients.create(uri);
                var file = new RawFile(directory.resolve("raw"))) {
            var database = client.getDatabase("bench");
            return new Questions(database, file, size, effort).ask();
        }
    }

    private static String line(String operation, int size, Times ours, Optional<Times> stock) {
        return String.format(
                LINE,
                operation,
                size,
                shown(ours.call()),
                shown(ours.ping()),
                shown(ours.append()),
                shown(ours.callByPing()),
                shown(ours.callByAppend()),
                stock.map(times -> shown(times.call())).orElse("-"),
                stock.map(times -> shown(times.call() / ours.call())).orElse("-"));
    }

    private static String shown(double number) {
        return String.format(Locale.ROOT, number < 10 ? "%.3f" : "%.1f", number);
    }

    private static void clear(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
