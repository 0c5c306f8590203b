package cn.qianfa.gateway.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What each person and each address has left, in this process alone. At most so many budgets are kept: one that was not
 * touched for its whole window is full again and forgotten, and beyond the number those seldom asked for go first, so
 * that whoever floods is remembered.
 */
public final class Budgets {
    private final Map<Lane, Quota> quotas;
    private final Consumer<Lane> refused;
    private final TimeMeter time;
    private final Cache<Whose, Bucket> kept;

    /** A person's name may look like an address; the lane tells which it is. */
    private record Whose(Lane lane, String caller) {}

    /**
     * What came of asking.
     *
     * @param left how many more may be asked for at once
     * @param next until one more may be asked for; zero where it may now
     * @param full until nothing is used up any more
     */
    public record Taken(boolean passes, Quota quota, long left, Duration next, Duration full) {}

    /**
     * @param quotas one for each lane
     * @param atMost how many budgets are kept
     * @param refused is told of each refusal
     * @param time that only goes forward
     */
    public Budgets(Map<Lane, Quota> quotas, long atMost, Consumer<Lane> refused, TimeMeter time) {
        for (var lane : Lane.values()) {
            if (!quotas.containsKey(lane)) {
                throw new IllegalArgumentException("limits: none for " + lane.policy());
            }
        }
        this.quotas = Map.copyOf(quotas);
        this.refused = refused;
        this.time = time;
        this.kept = Caffeine.newBuilder()
                .maximumSize(atMost)
                .expireAfterAccess(quotas.values().stream()
                        .map(Quota::window)
                        .max(Duration::compareTo)
                        .orElseThrow())
                .ticker(time::currentTimeNanos)
                .build();
    }

    /** Takes one request from the caller's budget in this lane, if there is one left. */
    public Taken take(Lane lane, String caller) {
        var quota = quota(lane);
        var probe = kept.get(new Whose(lane, caller), _ -> bucket(quota)).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            refused.accept(lane);
        }
        return taken(probe, quota);
    }

    private static Taken taken(ConsumptionProbe probe, Quota quota) {
        return new Taken(
                probe.isConsumed(),
                quota,
                probe.getRemainingTokens(),
                Duration.ofNanos(probe.getNanosToWaitForRefill()),
                Duration.ofNanos(probe.getNanosToWaitForReset()));
    }

    private Quota quota(Lane lane) {
        var quota = quotas.get(lane);
        if (quota == null) {
            throw new IllegalStateException("each lane has a limit");
        }
        return quota;
    }

    private Bucket bucket(Quota quota) {
        return Bucket.builder()
                .withCustomTimePrecision(time)
                .addLimit(Bandwidth.builder()
                        .capacity(quota.requests())
                        .refillGreedy(quota.requests(), quota.window())
                        .build())
                .build();
    }

    /** How many are kept just now. */
    public long size() {
        kept.cleanUp();
        return kept.estimatedSize();
    }
}
