package cn.qianfa.contracts.delivery.outbox;

import cn.qianfa.contracts.delivery.Envelope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The store's side of sending: which aggregates have news, what it is, and that it was sent. */
public interface Outgoing {
    /** Ids of aggregates whose oldest news waits since {@code before} or longer, oldest first. */
    List<String> due(Instant before, int limit);

    /** Ids of aggregates whose oldest news waits since a time after {@code time}: the clock was set back since. */
    List<String> ahead(Instant time, int limit);

    /** What waits in one aggregate, in order. */
    Waiting read(String id);

    /**
     * Takes away what was acknowledged, whatever has been added behind it.
     *
     * @param upTo the last number acknowledged
     * @param seq the aggregate's last number when it was read: only if it still is, nothing is pending any more
     */
    void sent(String id, long upTo, long seq);

    /** Since when the oldest news of all waits; empty if none does. */
    Optional<Instant> oldest();

    /**
     * The news of one aggregate.
     *
     * @param seq the aggregate's last number
     */
    record Waiting(long seq, List<Envelope> envelopes) {}
}
