package cn.qianfa.approval.publication;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks for what is due, once a second and when told that something may be. */
public final class PublishingRounds implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PublishingRounds.class);
    private static final Duration BETWEEN = Duration.ofSeconds(1);
    private static final int AT_ONCE = 16;

    private final Publications publications;
    private final Publish publish;
    private final InstantSource clock;
    private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("publishing").factory());

    private final AtomicBoolean awake = new AtomicBoolean();

    public PublishingRounds(Publications publications, Publish publish, InstantSource clock) {
        this.publications = publications;
        this.publish = publish;
        this.clock = clock;
    }

    public void start() {
        rounds.scheduleWithFixedDelay(this::round, 0, BETWEEN.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Something may be due now. Returns at once; told ten times before the next round, it goes round once. */
    public void wake() {
        if (!awake.getAndSet(true) && !rounds.isShutdown()) {
            rounds.execute(this::round);
        }
    }

    /** A round that fails is tried again by the next one. */
    private void round() {
        awake.set(false);
        try {
            publishDue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // closing
        } catch (RuntimeException e) {
            LOG.atWarn().log("A publishing round failed, the next one tries again: {}", e.toString());
        }
    }

    private void publishDue() throws InterruptedException {
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = publications.due(clock.instant(), AT_ONCE).stream()
                    .map(id -> workers.submit(() -> publish.publish(id)))
                    .toList();
            for (var one : running) {
                try {
                    one.get();
                } catch (ExecutionException e) {
                    LOG.atWarn().setCause(e).log("A publication failed on its way, the next round tries again");
                }
            }
            if (running.size() == AT_ONCE) {
                wake(); // there may be more
            }
        }
    }

    @Override
    public void close() {
        rounds.shutdownNow();
    }
}
