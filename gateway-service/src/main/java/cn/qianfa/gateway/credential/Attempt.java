package cn.qianfa.gateway.credential;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How often a password was given for one name of late.
 *
 * @param count every one counts as wrong until it proved right
 * @param at when the last was given
 */
public record Attempt(int count, Instant at) {
    private static final int LOCKED_AFTER = 5;

    /** How long it takes until the next may be given; empty if it may now. */
    public Optional<Duration> wait(Duration lock, Instant now) {
        var left = Duration.between(now, at.plus(pause(lock)));
        return left.isPositive() ? Optional.of(left) : Optional.empty();
    }

    /** One more; after a lock, or as long a rest, it starts from one again. */
    public Attempt next(Duration lock, Instant now) {
        return now.isBefore(at.plus(lock)) ? new Attempt(count + 1, now) : first(now);
    }

    public static Attempt first(Instant now) {
        return new Attempt(1, now);
    }

    /** None after the first, 1, 2, 4 seconds, then the lock. */
    private Duration pause(Duration lock) {
        if (count >= LOCKED_AFTER) {
            return lock;
        }
        return count < 2 ? Duration.ZERO : Duration.ofSeconds(1L << (count - 2));
    }
}
