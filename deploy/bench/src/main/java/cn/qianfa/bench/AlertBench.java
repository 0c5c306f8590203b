package cn.qianfa.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * How long after a member of the public sent a comment the officer on duty is told, by both ways: {@code AlertBench
 * [comments]}. It wants the demonstration running ({@code deploy/up --demo}) and takes the place of its receiver.
 *
 * <p>Every comment takes turns with what the way is made of at least: the same page fetched through the gateway, and two
 * records sent one after the other and read back from the same broker (a comment's event opens a case, the case's event
 * rings). The ratio compares what happened in the same second.
 */
public final class AlertBench {
    private static final int USUAL = 40;
    private static final int WARM_UP = 10;
    private static final Duration BOUND = Duration.ofSeconds(2);
    private static final double LATE = 0.95;
    private static final String LINE = "%-40s%10.1f%10.1f%10.1f%n";

    private AlertBench() {}

    /** One comment and its baseline, in milliseconds. */
    private record Round(double webhook, double stream, double page, double hops) {
        double slower() {
            return Math.max(webhook, stream);
        }
    }

    static void main(String[] arguments) throws Exception {
        var at = Installation.running();
        var comments = arguments.length == 0 ? USUAL : Integer.parseInt(arguments[0]);
        try (var town = AlertTown.open(at);
                var hops = Echo.open(at.at("broker"))) {
            measure(town, hops, WARM_UP);
            tell(measure(town, hops, comments));
        }
    }

    private static List<Round> measure(AlertTown town, Echo hops, int comments) throws Exception {
        List<Round> rounds = new ArrayList<>();
        for (var i = 0; i < comments; i++) {
            var page = town.fetch();
            var raw = hops.two();
            var told = town.comment();
            rounds.add(new Round(told.webhook(), told.stream(), page, raw));
        }
        return rounds;
    }

    private static void tell(List<Round> rounds) {
        System.out.printf(
                "%s, %s, Java %s, %d processors, %d comments%n",
                Instant.now(),
                System.getProperty("os.name"),
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                rounds.size());
        System.out.printf("%-40s%10s%10s%10s%n", "ms", "median", "95%", "worst");
        line("a page through the gateway", rounds, Round::page);
        line("two records sent and read back", rounds, Round::hops);
        line("comment to webhook", rounds, Round::webhook);
        line("comment to stream", rounds, Round::stream);
        line(
                "the slower of both, times the two above",
                rounds,
                round -> round.slower() / (round.page() + round.hops()));
        var late = rounds.stream()
                .filter(round -> round.slower() > BOUND.toMillis())
                .count();
        System.out.printf("told later than %d s: %d of %d%n", BOUND.toSeconds(), late, rounds.size());
    }

    private static void line(String what, List<Round> rounds, Function<Round, Double> value) {
        var sorted = rounds.stream().map(value).sorted().toList();
        System.out.printf(
                Locale.ROOT,
                LINE,
                what,
                sorted.get(sorted.size() / 2),
                sorted.get((int) Math.ceil(sorted.size() * LATE) - 1),
                sorted.getLast());
    }
}
