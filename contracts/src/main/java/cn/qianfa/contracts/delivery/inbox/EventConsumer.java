package cn.qianfa.contracts.delivery.inbox;

import static java.util.Objects.requireNonNull;

import cn.qianfa.contracts.delivery.DeliveryMeter;
import cn.qianfa.contracts.delivery.Envelope;
import com.mongodb.MongoException;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
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
    private final Parked parked;
    private final Quarantine quarantine;
    private final MeterRegistry meters;

    public EventConsumer(Subscription subscription, Parked parked, Quarantine quarantine, MeterRegistry meters) {
        this.subscription = subscription;
        this.reaction = new EventReaction(subscription);
        this.parked = parked;
        this.quarantine = quarantine;
        this.meters = meters;
    }

    @Override
    public void onMessage(List<ConsumerRecord<byte[], byte[]>> batch, @Nullable Acknowledgment acknowledgment) {
        var undone = firstUndone(batch);
        if (undone == batch.size()) {
            requireNonNull(acknowledgment).acknowledge();
            return;
        }
        requireNonNull(acknowledgment).nack(undone, PAUSE);
    }

    /** @return index of the first record that has to come again; the batch's size if none has */
    private int firstUndone(List<ConsumerRecord<byte[], byte[]>> batch) {
        var lanes = lanes(batch);
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiting = parked.among(subscription, lanes.keySet());
            var results = lanes.entrySet().stream()
                    .map(lane -> workers.submit(
                            () -> run(batch, lane.getKey(), lane.getValue(), waiting.contains(lane.getKey()))))
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

    private int run(List<ConsumerRecord<byte[], byte[]>> batch, String key, List<Integer> lane, boolean waiting) {
        var waits = waiting;
        for (var index : lane) {
            var record = batch.get(index);
            try {
                if (key.isEmpty()) {
                    quarantine(record);
                    continue;
                }
                waits = waits && parked.append(subscription, key, record);
                if (!waits) {
                    waits = apply(key, record);
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

    /** @return whether the key waits for a person from now on */
    private boolean apply(String key, ConsumerRecord<byte[], byte[]> record) {
        return switch (reaction.attempt(record)) {
            case Attempt.Done _ -> {
                DeliveryMeter.REACTED
                        .counter(meters, "consumer", subscription.consumer())
                        .increment();
                yield false;
            }
            case Attempt.Wait(var trouble) -> throw new TryAgain(trouble);
            case Attempt.Park(var cause, var detail) -> {
                LOG.atError()
                        .addKeyValue("consumer", subscription.consumer())
                        .addKeyValue("key", key)
                        .addKeyValue("cause", cause)
                        .log("Parked: {}", detail);
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
        DeliveryMeter.QUARANTINED
                .counter(meters, "consumer", subscription.consumer())
                .increment();
    }

    /**
     * Applies what waits for this key, in order, as far as it goes.
     *
     * @return whether nothing waits any more
     */
    public boolean replay(String key) {
        for (var next = parked.first(subscription, key); next.isPresent(); next = parked.first(subscription, key)) {
            var record = next.get();
            if (!(reaction.attempt(record) instanceof Attempt.Done)) {
                return false;
            }
            parked.passed(subscription, key, record.offset());
        }
        return true;
    }

    /** A new start may be a repaired or upgraded one: whatever waits is tried again. */
    public void replayAll() {
        parked.waiting(subscription).forEach(this::replay);
    }

    /** Store or broker away. */
    private static final class TryAgain extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TryAgain(Throwable trouble) {
            super(trouble);
        }
    }
}
