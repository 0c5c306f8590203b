package cn.qianfa.contracts.delivery.wiring;

import cn.qianfa.contracts.delivery.outbox.OutboxRelay;
import com.mongodb.MongoException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Delivery of one service: its aggregates announce through it, its subscriptions react through it. */
public final class Delivery implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

    private final String service;
    private final DeliverySettings settings;
    private final Supplier<Admin> broker;
    private final AggregateFactory aggregates;
    private final List<Listening> listening;
    private @Nullable Thread starting;
    private volatile boolean running;

    Delivery(
            String service,
            DeliverySettings settings,
            Supplier<Admin> broker,
            AggregateFactory aggregates,
            List<Listening> listening) {
        this.service = service;
        this.settings = settings;
        this.broker = broker;
        this.aggregates = aggregates;
        this.listening = List.copyOf(listening);
    }

    /** Does not wait for the broker: a service writes and answers while the broker is away. */
    @Override
    public void start() {
        running = true;
        aggregates.relays().forEach(OutboxRelay::start);
        starting = Thread.ofVirtual().name("delivery-start").start(this::startListening);
    }

    private void startListening() {
        var waiting = new ArrayList<>(listening);
        while (running) {
            try (var admin = broker.get()) {
                new Topics(admin, settings).ensureOwn(service);
                for (var next : List.copyOf(waiting)) {
                    if (next.startWhenItsTopicIsThere(admin, settings)) {
                        waiting.remove(next);
                    }
                }
                if (waiting.isEmpty()) {
                    return;
                }
            } catch (ExecutionException | KafkaException e) {
                LOG.atWarn().log("The broker is not ready: {}", e.toString());
            } catch (MongoException e) {
                LOG.atWarn().log("The store is not ready: {}", e.toString());
            } catch (InterruptedException e) {
                return;
            }
            if (interruptedWhileResting()) {
                return;
            }
        }
    }

    private static boolean interruptedWhileResting() {
        try {
            Thread.sleep(BETWEEN_TRIES);
            return false;
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
        aggregates.relays().forEach(OutboxRelay::close);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
