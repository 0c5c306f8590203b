package cn.qianfa.monitoring.casework;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * The time by which ages are judged: the wall clock's, but for what somebody set it forward since this process began. Nothing
 * gets old by that.
 */
public final class AgeClock implements InstantSource {
    private final InstantSource clock;
    private final LongSupplier nanoTime;
    private final Instant begun;
    private final long begunNanos;

    /** @param nanoTime counts, and is never set */
    public AgeClock(InstantSource clock, LongSupplier nanoTime) {
        this.clock = clock;
        this.nanoTime = nanoTime;
        this.begun = clock.instant();
        this.begunNanos = nanoTime.getAsLong();
    }

    @Override
    public Instant instant() {
        var now = clock.instant();
        var counted = begun.plusNanos(nanoTime.getAsLong() - begunNanos);
        return counted.isBefore(now) ? counted : now;
    }
}
