package cn.qianfa.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/**
 * Rounds of faults under load, then everything is brought up, the line is awaited to drain, and what became of it all is
 * gathered in one directory for the checker.
 */
final class Campaign {
    private static final List<String> ACCOUNTS = List.of("site.health", "site.education", "site.township");
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Path root;
    private final int rounds;
    private final long seed;
    private final boolean jumps;
    private final Path evidence;
    private final Consumer<String> says;

    /** How long one officer has, in seconds: escalations are to be seen within a short campaign. */
    static final int PATIENCE = 10;

    /** How long the line may take to drain once everything is up. */
    private static final Duration DRAINED = Duration.ofMinutes(3);

    /** @param jumps whether the clock is set in every third round */
    Campaign(Path root, int rounds, long seed, boolean jumps, Path evidence, Consumer<String> says) {
        this.root = root;
        this.rounds = rounds;
        this.seed = seed;
        this.jumps = jumps;
        this.evidence = evidence;
        this.says = says;
    }

    /** @param directory for the installation's data */
    void run(Path directory) throws IOException, InterruptedException, ExecutionException {
        says.accept("seed %d, %d rounds, evidence in %s".formatted(seed, rounds, evidence));
        Files.createDirectories(evidence);
        var clock = jumps ? WallClock.in(root, directory) : Optional.<WallClock>empty();
        var log = new Journal(evidence.resolve("campaign.jsonl"));
        log.add(Map.of("seed", seed, "rounds", rounds, "patience", PATIENCE, "clock", clock.isPresent()));
        try (var receiver = new AlertReceiver(new Journal(evidence.resolve("receiver.jsonl")));
                var town = Town.in(
                        root,
                        directory,
                        settings(receiver, clock.map(WallClock::settings).orElse(Map.of())))) {
            town.up("--demo");
            says.accept("up at " + town.gateway());
            var load = new Load(town, new Journal(evidence.resolve("clients.jsonl")), receiver, seed);
            load.start();
            var faults = new Rounds(town, clock, log, seed);
            for (var round = 1; round <= rounds; round++) {
                says.accept(faults.play(round));
            }
            load.stop();
            end(town, load, log);
        }
    }

    private static Map<String, String> settings(AlertReceiver receiver, Map<String, String> clock) {
        Map<String, String> settings = new HashMap<>(clock);
        settings.put("QIANFA_WEBHOOK_URL", receiver.address());
        settings.put("QIANFA_ESCALATION", PATIENCE + "s");
        return settings;
    }

    private void end(Town town, Load load, Journal log) throws IOException, InterruptedException, ExecutionException {
        town.up();
        try (var store = new StoreDump(town.port("store"));
                var topics = new TopicDump(town.port("broker"))) {
            drain(load, new Line(store, topics), log);
            load.end();
            topics.write(evidence.resolve("topics"));
            store.write(evidence.resolve("store"));
        }
        new PageDump(new Person(town, log, ""), evidence.resolve("pages.jsonl")).write(ACCOUNTS);
        says.accept("evidence gathered in " + evidence);
    }

    private void drain(Load load, Line line, Journal log) throws InterruptedException, ExecutionException {
        var begun = System.nanoTime();
        var waiting = List.of("what people have in hand");
        while (!waiting.isEmpty()) {
            if (System.nanoTime() - begun > DRAINED.toNanos()) {
                says.accept("NOT DRAINED after %s: %s".formatted(DRAINED, waiting));
                break;
            }
            Thread.sleep(LOOK);
            waiting = new ArrayList<>(line.waiting());
            if (!load.isFinished()) {
                waiting.add("what people have in hand");
            }
        }
        var seconds = (System.nanoTime() - begun) / 1e9;
        log.add(Map.of("drained", waiting.isEmpty(), "seconds", seconds, "waiting", waiting));
        says.accept("drained after %.1f s; %d posts".formatted(seconds, load.pages()));
    }
}
