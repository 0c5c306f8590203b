package cn.qianfa.monitoring.alert;

import java.time.Duration;

/**
 * How patiently is tried again.
 *
 * @param callTakes longer than any call: a try that is not over by then is tried again
 * @param first after the first try that failed; twice as long after each other one
 */
public record Pace(Duration callTakes, Duration first, Duration longest) {
    private static final int DOUBLINGS = 16;
    /** For what is written down around a call. */
    private static final Duration WRITES = Duration.ofSeconds(3);

    static final Pace OF_A_RECEIVER = new Pace(Duration.ofSeconds(10), Duration.ofSeconds(1), Duration.ofSeconds(30));

    /** At the pace of this machine's own receiver. */
    public static Pace of(Bell bell) {
        return new Pace(bell.longest().plus(WRITES), OF_A_RECEIVER.first, OF_A_RECEIVER.longest);
    }

    /** Servers elsewhere put off whom they do not know, for minutes, and resent haste. */
    public static Pace of(Bell bell, Duration first, Duration longest) {
        return new Pace(bell.longest().plus(WRITES), first, longest);
    }

    Duration pauseAfter(int tries) {
        var pause = first.multipliedBy(1L << Math.clamp(tries - 1, 0, DOUBLINGS));
        return pause.compareTo(longest) < 0 ? pause : longest;
    }
}
