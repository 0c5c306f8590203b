package cn.qianfa.contracts.delivery.wiring;

import cn.qianfa.contracts.delivery.outbox.OutboxRelay;
import com.mongodb.MongoException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Delivery of one service: its aggregates announce through it, its subscriptions react through it. */
public final class Delivery implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

    /** What lies between is read again after a fall, and looked through at a start. */
    private static final Duration BETWEEN_MARKS = Duration.ofSeconds(10);

    private final String service;
    private final DeliverySettings settings;
    private final Supplier<Admin> broker;
    private final Supplier<Consumer<byte[], byte[]>> reader;
    private final AggregateFactory aggregates;
    private final List<Listening> listening;
    private @Nullable Thread starting;
    private volatile boolean running;

    Delivery(
            String service,
            DeliverySettings settings,
            Supplier<Admin> broker,
            Supplier<Consumer<byte[], byte[]>> reader,
            AggregateFactory aggregates,
            List<Listening> listening) {
        this.service = service;
        this.settings = settings;
        this.broker = broker;
        this.reader = reader;
        this.aggregates = aggregates;
        this.listening = List.copyOf(listening);
    }

    /** Does not wait for the broker: a service writes and answers while the broker is away. */
    @Override
    public void start() {
        running = true;
        starting = Thread.ofVirtual().name("delivery-start").start(this::deliver);
    }

    private void deliver() {
        var waiting = new ArrayList<>(listening);
        do {
            try (var admin = broker.get();
                    var log = reader.get()) {
                new Topics(admin, settings).ensureOwn(service);
                lookBeforeSending(log);
                for (var next : List.copyOf(waiting)) {
                    if (next.startWhenItsTopicIsThere(admin, settings)) {
                        waiting.remove(next);
                    }
                }
                while (waiting.isEmpty() && !interruptedWhileResting(BETWEEN_MARKS)) {
                    keepMarks(admin);
                    aggregates.history().remember(log);
                }
            } catch (ExecutionException | KafkaException e) {
                LOG.atWarn().log("The broker is not ready: {}", e.toString());
            } catch (MongoException e) {
                LOG.atWarn().log("The store is not ready: {}", e.toString());
            } catch (InterruptedException e) {
                return;
            }
        } while (running && !interruptedWhileResting(BETWEEN_TRIES));
    }

    private void lookBeforeSending(Consumer<byte[], byte[]> log) {
        if (!aggregates.history().isLooked()) {
            aggregates.history().look(log);
            aggregates.relays().forEach(OutboxRelay::start);
        }
    }

    private void keepMarks(Admin admin) throws InterruptedException, ExecutionException {
        for (var one : listening) {
            one.keepMark(admin);
        }
    }

    /** One that stopped in order finds its place again to the record. */
    private void keepLastMarks() {
        try (var admin = broker.get()) {
            keepMarks(admin);
        } catch (ExecutionException | KafkaException | MongoException e) {
            LOG.atDebug().log("The next start reads a little twice: {}", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean interruptedWhileResting(Duration pause) {
        try {
            Thread.sleep(pause);
            return !running;
        } catch (InterruptedException e) {
            return true;
        }
    }

    /** Every subscription has had its first assignment. */
    public boolean assigned() {
        return listening.stream().allMatch(Listening::assigned);
    }

    /** Consumers that are not assigned yet or were stopped by the broker, for a person to read. */
    public List<String> notListening() {
        return listening.stream()
                .filter(one -> !one.assigned())
                .map(Listening::consumer)
                .toList();
    }

    @Override
    public void stop() {
        running = false;
        if (starting != null) {
            starting.interrupt();
        }
        listening.forEach(Listening::stop);
        keepLastMarks();
        aggregates.relays().forEach(OutboxRelay::close);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
