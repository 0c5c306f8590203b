package cn.qianfa.contracts.delivery.inbox;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Events that wait, in order, for a person: one entry per consumer, topic and key. */
public interface Parked {
    /** Which of these keys have events waiting. */
    Set<String> among(Subscription subscription, Collection<String> keys);

    /** Begins to wait with this event. Parking it twice is parking it once. */
    void park(
            Subscription subscription,
            String key,
            ConsumerRecord<byte[], byte[]> first,
            ParkedCause cause,
            String detail);

    /**
     * Puts an event behind those that wait.
     *
     * @return false if nothing waits any more: the event has to be applied
     * @throws Full if no more can wait; the partition pauses
     */
    boolean append(Subscription subscription, String key, ConsumerRecord<byte[], byte[]> next);

    /** The keys that wait. */
    List<String> waiting(Subscription subscription);

    /** The oldest event that waits; empty if none does. */
    Optional<ConsumerRecord<byte[], byte[]>> first(Subscription subscription, String key);

    /** The oldest event has been applied, or is passed over. With the last one the waiting ends. */
    void passed(Subscription subscription, String key, long offset);

    /** How many aggregates wait. */
    long count(String consumer);

    /** No more can wait for one aggregate. */
    final class Full extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Full(String id, int events) {
            super("%s: %d events are parked (expected: fewer); repair or skip the first".formatted(id, events));
        }
    }
}
