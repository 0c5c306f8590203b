package cn.qianfa.contracts.delivery.inbox;

import static java.util.Objects.requireNonNull;

import cn.qianfa.contracts.delivery.DeliveryMeter;
import cn.qianfa.contracts.delivery.Envelope;
import cn.qianfa.contracts.delivery.tracing.Spans;
import com.mongodb.MongoException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.BatchAcknowledgingMessageListener;
import org.springframework.kafka.support.Acknowledgment;

/**
 * Takes a polled batch: keys side by side, each key's events in order, then the contiguous part is committed. A key that
 * waits for a person does not hold up the others; store or broker away holds up everything and loses nothing.
 */
public final class EventConsumer implements BatchAcknowledgingMessageListener<byte[], byte[]> {
    private static final Logger LOG = LoggerFactory.getLogger(EventConsumer.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Subscription subscription;
    private final EventReaction reaction;
    private final Replay replay;
    private final Parked parked;
    private final Interventions interventions;
    private final Quarantine quarantine;
    private final InHand inHand = new InHand();
    private final Counter reacted;
    private final Counter quarantined;

    public EventConsumer(
            Subscription subscription,
            Parked parked,
            Interventions interventions,
            Quarantine quarantine,
            MeterRegistry meters,
            Spans spans) {
        this.subscription = subscription;
        this.replay = new Replay(subscription, parked, interventions, spans);
        this.reaction = replay.reaction();
        this.parked = parked;
        this.interventions = interventions;
        this.quarantine = quarantine;
        this.reacted = DeliveryMeter.REACTED.counter(meters, "consumer", subscription.consumer());
        this.quarantined = DeliveryMeter.QUARANTINED.counter(meters, "consumer", subscription.consumer());
    }

    @Override
    public void onMessage(List<ConsumerRecord<byte[], byte[]>> batch, @Nullable Acknowledgment acknowledgment) {
        inHand.left(batch, 0);
        var undone = firstUndone(batch);
        inHand.left(batch, undone);
        if (undone == batch.size()) {
            requireNonNull(acknowledgment).acknowledge();
            return;
        }
        requireNonNull(acknowledgment).nack(undone, PAUSE);
    }

    /** Records that were polled and are not done. */
    public int inHand() {
        return inHand.count();
    }

    /** Another instance reads these partitions from now on. */
    public void lost(Collection<TopicPartition> partitions) {
        inHand.lost(partitions);
    }

    /** @return index of the first record that has to come again; the batch's size if none has */
    private int firstUndone(List<ConsumerRecord<byte[], byte[]>> batch) {
        var lanes = lanes(batch);
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiting = parked.among(subscription, lanes.keySet());
            var decided = decided(batch); // only now: what was passed before is known by it
            var results = lanes.entrySet().stream()
                    .map(lane -> workers.submit(
                            () -> run(batch, lane.getKey(), lane.getValue(), waiting.contains(lane.getKey()), decided)))
                    .toList();
            var undone = batch.size();
            for (var result : results) {
                undone = Math.min(undone, result.get());
            }
            return undone;
        } catch (ExecutionException e) {
            return again(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return again(e);
        } catch (MongoException e) {
            return again(e);
        }
    }

    /** Which of these came before, so that a person has decided about them; hardly ever any, so one look per partition. */
    private Set<Integer> decided(List<ConsumerRecord<byte[], byte[]>> batch) {
        var from = new HashMap<Integer, Long>();
        batch.forEach(record -> from.merge(record.partition(), record.offset(), Math::min));
        var about = from.entrySet().stream()
                .flatMap(one -> interventions.decided(subscription.consumer(), one.getKey(), one.getValue()).stream())
                .toList();
        return IntStream.range(0, batch.size())
                .filter(index -> about.stream().anyMatch(one -> one.is(batch.get(index))))
                .boxed()
                .collect(Collectors.toSet());
    }

    private int again(Exception trouble) {
        LOG.atWarn()
                .addKeyValue("consumer", subscription.consumer())
                .log("The batch comes again: {}", trouble.toString());
        return 0;
    }

    /** Records with one key, in order; unreadable keys each stand alone. */
    private Map<String, List<Integer>> lanes(List<ConsumerRecord<byte[], byte[]>> batch) {
        var lanes = new LinkedHashMap<String, List<Integer>>();
        for (var index = 0; index < batch.size(); index++) {
            lanes.computeIfAbsent(lane(batch.get(index)), key -> new ArrayList<>())
                    .add(index);
        }
        return lanes;
    }

    private static String lane(ConsumerRecord<byte[], byte[]> record) {
        try {
            return Envelope.keyOf(record);
        } catch (Envelope.Unreadable e) {
            return "";
        }
    }

    private int run(
            List<ConsumerRecord<byte[], byte[]>> batch,
            String key,
            List<Integer> lane,
            boolean waiting,
            Set<Integer> decided) {
        var waits = waiting;
        var waited = waiting;
        for (var index : lane) {
            var record = batch.get(index);
            try {
                if (key.isEmpty()) {
                    quarantine(record);
                    continue;
                }
                waits = waits && parked.append(subscription, key, record);
                if (!waits && !decided.contains(index) && !(waited && isDecided(record))) {
                    waits = apply(key, record);
                    waited |= waits;
                }
            } catch (TryAgain | MongoException | KafkaException | Parked.Full e) {
                LOG.atWarn()
                        .addKeyValue("consumer", subscription.consumer())
                        .addKeyValue("key", key)
                        .log("Waits and comes again: {}", e.toString());
                return index;
            }
        }
        return batch.size();
    }

    /** What waited was drained while this batch was at work: somebody may have decided since it was looked. */
    private boolean isDecided(ConsumerRecord<byte[], byte[]> record) {
        return interventions.decided(subscription.consumer(), record.partition(), record.offset()).stream()
                .anyMatch(one -> one.is(record));
    }

    /** @return whether the key waits for a person from now on */
    private boolean apply(String key, ConsumerRecord<byte[], byte[]> record) {
        return switch (reaction.attempt(record)) {
            case Attempt.Done _ -> {
                reacted.increment();
                yield false;
            }
            case Attempt.Wait(var trouble) -> throw new TryAgain(trouble);
            case Attempt.Park(var cause, var detail) -> {
                LOG.atError()
                        .addKeyValue("consumer", subscription.consumer())
                        .addKeyValue("source", record.topic())
                        .addKeyValue("key", key)
                        .addKeyValue("event", Envelope.idOf(record))
                        .addKeyValue("cause", cause)
                        .addKeyValue("detail", cause.isAboutNumbers() ? detail : "see operations")
                        .log("Parked");
                parked.park(subscription, key, record, cause, detail);
                yield true;
            }
        };
    }

    private void quarantine(ConsumerRecord<byte[], byte[]> record) {
        LOG.atError()
                .addKeyValue("consumer", subscription.consumer())
                .addKeyValue("offset", record.offset())
                .log("Into quarantine: its key cannot be read");
        quarantine.keep(subscription.consumer(), record, "its key cannot be read");
        quarantined.increment();
    }

    /** This instance may be a repaired or upgraded one: whatever waits is tried again. */
    public void replayAll() {
        parked.waiting(subscription).forEach(replay::run);
    }

    /** Store or broker away. */
    private static final class TryAgain extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TryAgain(Throwable trouble) {
            super(trouble);
        }
    }
}
