package cn.qianfa.bench;

import static java.util.Objects.requireNonNull;

import com.mongodb.client.MongoClients;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;

/**
 * How soon the webhook is told of hostile comments that come at a steady rate, however long the ones before take:
 * {@code AlertRateBench [comments a second] [seconds]}. It wants the demonstration running, with a post, with rate limits
 * that let the load pass, and takes the place of its receiver. Before it, the same number of times a second, what an
 * alert's way is made of at least is done raw on the same broker and store: two records sent and read back, and three synced
 * writes (comment, case, alert).
 */
final class AlertRateBench {
    private static final int USUAL_RATE = 200;
    private static final int USUAL_SECONDS = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private AlertRateBench() {}

    static void main(String[] arguments) throws Exception {
        var rate = arguments.length == 0 ? USUAL_RATE : Integer.parseInt(arguments[0]);
        var seconds = arguments.length < 2 ? USUAL_SECONDS : Integer.parseInt(arguments[1]);
        var at = Installation.running();
        System.out.printf(
                "%s, Java %s, %d processors, %d comments a second for %d s%n",
                Instant.now(), Runtime.version(), Runtime.getRuntime().availableProcessors(), rate, seconds);
        System.out.print(Sample.HEADER);
        comments(at, rate, 3); // to warm up
        var raw = raw(at, rate, seconds);
        System.out.print(raw.line("two records and three synced writes, raw"));
        var told = comments(at, rate, seconds);
        System.out.print(told.line("comment sent to webhook told"));
        System.out.printf(
                "ratio: %.2f at the median, %.2f at 99%%%n", told.median() / raw.median(), told.p99() / raw.p99());
    }

    private static Sample raw(Installation at, int rate, int seconds) throws Exception {
        Map<Integer, Double> took = new ConcurrentHashMap<>();
        try (var store = MongoClients.create("mongodb://" + at.at("store"));
                var hops = Echo.open(at.at("broker"))) {
            var write = SyncedWrite.in(store);
            steadily(rate, seconds, number -> {
                var begun = System.nanoTime();
                write.one();
                hops.one();
                write.one();
                hops.one();
                write.one();
                took.put(number, (System.nanoTime() - begun) / 1e6);
            });
        }
        return Sample.of(took.values().stream().mapToDouble(Double::doubleValue));
    }

    private static Sample comments(Installation at, int rate, int seconds) throws Exception {
        Map<Integer, Long> sent = new ConcurrentHashMap<>();
        Map<Integer, Integer> statuses = new ConcurrentHashMap<>();
        try (var receiver = Receiver.open();
                var citizen = Citizen.at(at, "site.health");
                var store = MongoClients.create("mongodb://" + at.at("store"))) {
            var comments = new Comments(store, UUID.randomUUID().toString().substring(0, 8));
            steadily(rate, seconds, number -> {
                sent.put(number, System.nanoTime());
                statuses.put(
                        number,
                        citizen.comment(comments.text(Citizen.HOSTILE, number), UUID.randomUUID())
                                .join());
            });
            var stored = comments.byNumber();
            await(receiver, stored);
            var refused = statuses.values().stream()
                    .filter(status -> status != Citizen.TAKEN)
                    .count();
            if (refused > 0 || stored.size() < sent.size()) {
                System.out.printf("refused: %d, stored: %d of %d%n", refused, stored.size(), sent.size());
            }
            return Sample.of(stored.entrySet().stream()
                    .mapToDouble(one ->
                            receiver.told().millisecondsAfter(requireNonNull(sent.get(one.getKey())), one.getValue())));
        }
    }

    /** Calls when it is due, however long other calls take; returns when all are over. */
    private static void steadily(int rate, int seconds, IntConsumer call) throws InterruptedException {
        var begun = System.nanoTime();
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < rate * seconds; i++) {
                var number = i;
                var due = begun + i * 1_000_000_000L / rate;
                while (System.nanoTime() < due) {
                    Thread.sleep(1);
                }
                workers.submit(() -> call.accept(number));
            }
        }
    }

    private static void await(Receiver receiver, Map<Integer, String> stored) throws InterruptedException {
        var begun = System.nanoTime();
        while (!receiver.told().ofAll(stored.values())) {
            if (System.nanoTime() - begun > PATIENCE.toNanos()) {
                var missing = stored.values().stream()
                        .filter(id -> !receiver.told().of(id))
                        .count();
                throw new IllegalStateException(
                        "%d of %d were not told within %s".formatted(missing, stored.size(), PATIENCE));
            }
            Thread.sleep(50);
        }
    }
}
