package cn.qianfa.bench;

import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/**
 * A flood of comments under one unit's post, all offered within five seconds, and in its middle one emergency of another
 * unit: {@code FloodBench [comments]}. It wants the demonstration running, with posts of {@code site.health} and
 * {@code site.education}, with rate limits that let the load pass, and takes the place of its receiver. Whoever is refused
 * sends the same form again, as a browser's reader would. What was taken must be stored once.
 */
final class FloodBench {
    private static final int USUAL = 10_000;
    private static final Duration WITHIN = Duration.ofSeconds(5);
    private static final int CONNECTIONS = 400;
    private static final int HOSTILE_OF = 100;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration LOOK = Duration.ofMillis(500);

    private final Installation at;
    private final int comments;
    private final Map<Integer, Long> taken = new ConcurrentHashMap<>();
    private final LongAdder refusals = new LongAdder();
    private final Set<Integer> given = ConcurrentHashMap.newKeySet();

    private FloodBench(Installation at, int comments) {
        this.at = at;
        this.comments = comments;
    }

    static void main(String[] arguments) throws Exception {
        var comments = arguments.length == 0 ? USUAL : Integer.parseInt(arguments[0]);
        System.out.printf(
                "%s, Java %s, %d processors, %d comments offered within %d s%n",
                Instant.now(),
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                comments,
                WITHIN.toSeconds());
        new FloodBench(Installation.running(), comments).run();
    }

    private void run() throws Exception {
        try (var receiver = Receiver.open();
                var flooded = Citizen.at(at, "site.health");
                var other = Citizen.at(at, "site.education");
                var store = MongoClients.create("mongodb://" + at.at("store"));
                var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            var mark = UUID.randomUUID().toString().substring(0, 8);
            var flood = new Comments(store, mark);
            var emergency = new Comments(store, mark + "e");
            List<Long> memory = new ArrayList<>();
            var sampling = workers.submit(() -> sample(memory));
            var begun = System.nanoTime();
            var alarm = workers.submit(() -> emergency(receiver, other, emergency));
            offer(flooded, flood, begun);
            var over = System.nanoTime();
            System.out.printf(
                    "all answered after %.1f s: taken %d, given up %d, refused and sent again %d%n",
                    (over - begun) / 1e9, taken.size(), given.size(), refusals.sum());
            System.out.printf("another unit's emergency was told after %.2f s%n", alarm.get());
            judge(flood.byNumber(), receiver, begun);
            sampling.cancel(true);
            tell(memory);
        }
    }

    private void offer(Citizen citizen, Comments flood, long begun) throws InterruptedException {
        var connections = new Semaphore(CONNECTIONS);
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < comments; i++) {
                var number = i;
                var due = begun + i * WITHIN.toNanos() / comments;
                while (System.nanoTime() < due) {
                    Thread.sleep(1);
                }
                workers.submit(() -> {
                    send(citizen, flood, number, connections);
                    return null;
                });
            }
        }
    }

    private void send(Citizen citizen, Comments flood, int number, Semaphore connections) throws InterruptedException {
        var words = number % HOSTILE_OF == 0 ? Citizen.HOSTILE : Citizen.FRIENDLY;
        var key = UUID.randomUUID();
        var begun = System.nanoTime();
        while (System.nanoTime() - begun < PATIENCE.toNanos()) {
            connections.acquire();
            try {
                if (citizen.comment(flood.text(words, number), key).join() == Citizen.TAKEN) {
                    taken.put(number, System.nanoTime());
                    return;
                }
            } catch (RuntimeException _) {
                // no connection: as refused
            } finally {
                connections.release();
            }
            refusals.increment();
            Thread.sleep(LOOK);
        }
        given.add(number);
    }

    /** @return seconds until the webhook was told */
    private static double emergency(Receiver receiver, Citizen citizen, Comments emergency) throws Exception {
        Thread.sleep(WITHIN.dividedBy(2));
        var begun = System.nanoTime();
        citizen.comment(emergency.text("救命，学校门口有人持刀砍人！", 1), UUID.randomUUID()).join();
        while (System.nanoTime() - begun < PATIENCE.toNanos()) {
            var stored = emergency.byNumber().get(1);
            if (stored != null && receiver.told().of(stored)) {
                return receiver.told().millisecondsAfter(begun, stored) / 1e3;
            }
            Thread.sleep(LOOK);
        }
        throw new IllegalStateException("the emergency was not told within " + PATIENCE);
    }

    private void judge(Map<Integer, String> stored, Receiver receiver, long begun) throws InterruptedException {
        Set<Integer> lost = new HashSet<>(taken.keySet());
        lost.removeAll(stored.keySet());
        System.out.printf("stored %d, taken and lost %d%n", stored.size(), lost.size());
        var hostile = stored.entrySet().stream()
                .filter(one -> one.getKey() % HOSTILE_OF == 0)
                .map(Map.Entry::getValue)
                .collect(Collectors.toSet());
        while (!receiver.told().ofAll(hostile) && System.nanoTime() - begun < PATIENCE.toNanos()) {
            Thread.sleep(LOOK);
        }
        var told = hostile.stream().filter(receiver.told()::of).count();
        System.out.printf(
                "alerts told: %d of %d, the last %.1f s after the beginning%n",
                told,
                hostile.size(),
                hostile.stream()
                        .filter(receiver.told()::of)
                        .mapToDouble(id -> receiver.told().millisecondsAfter(begun, id) / 1e3)
                        .max()
                        .orElse(Double.NaN));
    }

    private Void sample(List<Long> memory) throws IOException {
        try {
            while (true) {
                memory.add(at.residentBytes("monitoring"));
                Thread.sleep(LOOK);
            }
        } catch (InterruptedException _) {
            return null;
        }
    }

    private static void tell(List<Long> memory) {
        var middle = median(memory.subList(memory.size() / 3, 2 * memory.size() / 3));
        var last = median(memory.subList(2 * memory.size() / 3, memory.size()));
        System.out.printf(
                "monitoring's memory, middle third %.0f MB, last third %.0f MB: %.2f%n",
                middle / 1e6, last / 1e6, last / middle);
    }

    private static double median(List<Long> numbers) {
        return numbers.stream().sorted().skip(numbers.size() / 2).findFirst().orElse(0L);
    }
}
