package cn.qianfa.gateway.credential;

import java.time.Duration;

/** How long a name is locked after five wrong passwords. */
public record Lock(Duration time) {
    /** Longer than the pauses before it. */
    private static final Duration SHORTEST = Duration.ofSeconds(5);

    public Lock {
        if (time.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException("lock: %s (expected: %s or longer)".formatted(time, SHORTEST));
        }
    }
}
