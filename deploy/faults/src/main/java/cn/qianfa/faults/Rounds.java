package cn.qianfa.faults;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** The faults: drawn from the seed, so that the same seed draws the same again, whatever comes of it. */
final class Rounds {
    private static final Duration A_DAY = Duration.ofDays(1);
    private static final int TWO_AT_ONCE = 30;
    private static final int EVERY = 3;

    private final Town town;
    private final Optional<WallClock> clock;
    private final Journal journal;
    private final Random random;

    Rounds(Town town, Optional<WallClock> clock, Journal journal, long seed) {
        this.town = town;
        this.clock = clock;
        this.journal = journal;
        this.random = new Random(seed);
    }

    /** One round: what is killed, when, and whether the clock jumps. Everything is drawn, also what is not done. */
    record Round(int number, List<Part> killed, long quiet, long dead, Optional<Duration> jump) {
        static Round draw(int number, Random random) {
            List<Part> parts = new ArrayList<>(List.of(Part.values()));
            Collections.shuffle(parts, random);
            var killed = parts.subList(0, random.nextInt(100) < TWO_AT_ONCE ? 2 : 1);
            var quiet = 1_000 + random.nextLong(3_000);
            var dead = random.nextLong(2_000);
            var forward = random.nextBoolean();
            var jump =
                    number % EVERY == 0 ? Optional.of(forward ? A_DAY : A_DAY.negated()) : Optional.<Duration>empty();
            return new Round(number, List.copyOf(killed), quiet, dead, jump);
        }
    }

    /** @return how it went, in a line */
    String play(int number) throws IOException, InterruptedException {
        var round = Round.draw(number, random);
        Thread.sleep(round.quiet());
        var jump = jump(round);
        for (var part : round.killed()) {
            var pid = town.kill(part);
            journal.add(Map.of("round", number, "killed", part.label(), "pid", pid.orElse(0)));
        }
        Thread.sleep(round.dead());
        var begun = System.nanoTime();
        town.up();
        var seconds = (System.nanoTime() - begun) / 1e9;
        var line =
                "round %d: killed %s%s, up again after %.1f s".formatted(number, names(round.killed()), jump, seconds);
        journal.add(Map.of("round", number, "up", seconds));
        return line;
    }

    private static String names(List<Part> parts) {
        return String.join(" and ", parts.stream().map(Part::label).toList());
    }

    private String jump(Round round) throws IOException {
        if (round.jump().isEmpty()) {
            return "";
        }
        var by = round.jump().get();
        if (clock.isEmpty()) {
            return "; NOT RUN: the clock's jump by " + by + " (this campaign sets no clock, or its agent is not built)";
        }
        clock.get().jump(by);
        journal.add(Map.of(
                "round",
                round.number(),
                "jump",
                by.toSeconds(),
                "ahead",
                clock.get().ahead().toSeconds()));
        return ", the clock jumped by " + by;
    }
}
