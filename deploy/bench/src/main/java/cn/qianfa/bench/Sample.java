package cn.qianfa.bench;

import java.util.Locale;
import java.util.stream.DoubleStream;

/** Durations of one kind of thing, in milliseconds, ordered. */
record Sample(double[] ordered) {
    static final String HEADER = "%-48s%8s%10s%10s%10s%10s%n".formatted("ms", "n", "median", "95%", "99%", "worst");

    static Sample of(DoubleStream durations) {
        return new Sample(durations.sorted().toArray());
    }

    /** @param share such as 0.99 */
    double at(double share) {
        return ordered[Math.max((int) Math.ceil(ordered.length * share) - 1, 0)];
    }

    double median() {
        return at(0.5);
    }

    double p99() {
        return at(0.99);
    }

    String line(String what) {
        return ordered.length == 0
                ? "%-48s%8d%n".formatted(what, 0)
                : String.format(
                        Locale.ROOT,
                        "%-48s%8d%10.1f%10.1f%10.1f%10.1f%n",
                        what,
                        ordered.length,
                        median(),
                        at(0.95),
                        p99(),
                        ordered[ordered.length - 1]);
    }
}
