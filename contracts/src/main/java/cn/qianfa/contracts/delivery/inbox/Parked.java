package cn.qianfa.contracts.delivery.inbox;

import cn.qianfa.contracts.delivery.Envelope;
import cn.qianfa.contracts.delivery.Position;
import cn.qianfa.contracts.delivery.inbox.Interventions.Intervention;
import cn.qianfa.contracts.delivery.inbox.Interventions.What;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Events that wait, in order, for a person: one entry per consumer, topic and key.
 *
 * <p>A consumer may append while an operator, or several, drain the same entry on other instances. Nothing is lost and
 * nothing overtakes: what is taken away is the first event and only if it still is the first and nobody decided about it
 * since it was read, the entry ends only with its last event, and who appends is told whether it still was there.
 */
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

    /** What waits under an id; empty if nothing does. */
    Optional<Waiting> find(String id);

    /** What waits, in the order of the ids. */
    List<Waiting> list(@Nullable String after, int limit);

    /**
     * Writes a person's decision about the first event into what waits, a repair with the corrected bytes. One write, so
     * that whoever replays next, here or elsewhere, now or after a fall, goes by it.
     *
     * @return false if the first event is another by now, or was decided about since; nothing is written then
     */
    boolean decide(Waiting at, Intervention decision, byte @Nullable [] repaired);

    /** The first event still cannot be applied, or the next cannot: why. Of what has moved on, nothing. */
    void blocked(Waiting at, ParkedCause cause, String detail);

    /**
     * The first event has been applied, or is passed over. With the last one the waiting ends.
     *
     * @return false if the first event is another by now, or was decided about since; nothing is taken away then
     */
    boolean passed(Waiting at);

    /** How many aggregates wait. */
    long count(String consumer);

    /** The id of what waits, or would. */
    static String id(Subscription subscription, String key) {
        return subscription.consumer() + '|' + subscription.topic().wireName() + '|' + key;
    }

    /**
     * What waits for one consumer and key, as it was when it was read.
     *
     * @param detail what else is known of the cause, in technical words; may quote the event
     * @param since when the first event of all began to wait
     * @param count how many events wait
     * @param first the one that stands in the way, repaired if it was
     * @param decisions what people decided about it, in order
     */
    record Waiting(
            String id,
            String consumer,
            String topic,
            String key,
            ParkedCause cause,
            String detail,
            Instant since,
            int count,
            ConsumerRecord<byte[], byte[]> first,
            List<Intervention> decisions) {
        public Waiting {
            decisions = List.copyOf(decisions);
        }

        boolean isSkipped() {
            return decisions.stream().anyMatch(one -> one.what() == What.SKIP);
        }

        boolean isRepaired() {
            return decisions.stream().anyMatch(one -> one.what() == What.REPAIR);
        }

        /** In the reader's language, and without what people wrote. */
        public Shown shown(Locale language) {
            var event = new First(
                    Envelope.idOf(first),
                    Envelope.positionOf(first).map(Position::seq).orElse(null),
                    Envelope.typeOf(first).orElse(null),
                    Interventions.text(first.value()),
                    Interventions.isLonger(first.value()));
            return new Shown(
                    Operations.shown(id),
                    consumer,
                    topic,
                    key,
                    cause,
                    cause.said(detail, language),
                    since,
                    count,
                    event);
        }

        /** As it is answered. */
        public record Shown(
                String id,
                String consumer,
                String topic,
                String key,
                ParkedCause cause,
                String detail,
                Instant since,
                int waiting,
                First first) {}

        /** @param cut whether the payload is longer than what is shown of it */
        @JsonInclude(JsonInclude.Include.NON_NULL)
        public record First(
                String id, @Nullable Long seq, @Nullable String type, String payload, boolean cut) {}
    }

    /** No more can wait for one aggregate. */
    final class Full extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Full(String id, int events) {
            super("%s: %d events are parked (expected: fewer); repair or skip the first".formatted(id, events));
        }
    }
}
