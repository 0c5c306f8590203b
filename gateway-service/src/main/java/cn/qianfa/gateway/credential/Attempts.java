package cn.qianfa.gateway.credential;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Passwords given of late, by name, whether anyone has that name or not. */
public interface Attempts {
    /**
     * Counts an attempt before its password is looked at, so that a hundred at once are not a hundred guesses.
     *
     * @return how long to wait, in which case nothing was counted; empty if the password may be looked at
     */
    Optional<Duration> begin(String name, Instant now);

    /** The password was right. */
    void forget(String name);

    /** Drops what was last tried before this. */
    void sweep(Instant before);
}
