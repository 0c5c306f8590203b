package cn.qianfa.contracts.delivery.outbox;

import com.mongodb.MongoException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the news of one collection to the broker: aggregates side by side, each strictly one event after another. No
 * leases: two relays at once only send duplicates, which are harmless.
 */
public final class OutboxRelay implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);
    private static final Duration DROPPED_BY_OTHERS = Duration.ofSeconds(5);
    /** News that waits since a time so far ahead is from before the clock was set back. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(1);
    private static final int AT_ONCE = 64;
    private static final int PER_POLL = 500;

    private final Outgoing outgoing;
    private final EventSender sender;
    private final InstantSource clock;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService poll = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("outbox-poll").factory());
    private final Semaphore room = new Semaphore(AT_ONCE);
    private final Map<String, Boolean> running = new ConcurrentHashMap<>();
    private volatile long failedAt = System.nanoTime() - AFTER_A_FAILURE.toNanos();

    public OutboxRelay(Outgoing outgoing, EventSender sender, InstantSource clock) {
        this.outgoing = outgoing;
        this.sender = sender;
        this.clock = clock;
    }

    /** Sends what an earlier life left behind, then what other instances dropped. */
    public void start() {
        poll.execute(() -> poll(Duration.ZERO));
        poll.scheduleWithFixedDelay(() -> poll(DROPPED_BY_OTHERS), 1, 1, TimeUnit.SECONDS);
    }

    /** There is news in this aggregate. Returns at once. */
    public void wake(String id) {
        if (running.merge(id, false, (old, idle) -> true)) {
            return; // its worker goes round once more
        }
        try {
            workers.execute(() -> work(id));
        } catch (RejectedExecutionException e) {
            LOG.atDebug().addKeyValue("aggregate", id).log("Closing: another instance, or the next life, sends it");
        }
    }

    private void work(String id) {
        try {
            do {
                running.replace(id, false);
                relayWhenThereIsRoom(id);
            } while (!running.remove(id, false));
        } catch (RuntimeException e) {
            LOG.atError().addKeyValue("aggregate", id).setCause(e).log("Not relayed; tried again by the poll");
            running.remove(id);
        }
    }

    private void relayWhenThereIsRoom(String id) {
        if (isResting()) {
            return; // the poll finds it
        }
        room.acquireUninterruptibly();
        try {
            relay(id);
        } catch (MongoException e) {
            rest("store", e.toString());
        } finally {
            room.release();
        }
    }

    private void relay(String id) {
        var waiting = outgoing.read(id);
        var sent = 0L;
        for (var envelope : waiting.envelopes()) {
            if (!sender.send(envelope)) {
                rest("broker", id);
                break; // the rest waits: order is worth more than speed
            }
            sent = envelope.seq();
        }
        if (sent > 0) {
            outgoing.sent(id, sent, waiting.seq());
        }
    }

    private void rest(String what, String why) {
        LOG.atDebug().addKeyValue("trouble", what).log("Relaying rests: {}", why);
        failedAt = System.nanoTime();
    }

    /** By a clock nobody sets: a wall clock that is set back by a day must not make a second's rest a day's. */
    private boolean isResting() {
        return System.nanoTime() - failedAt < AFTER_A_FAILURE.toNanos();
    }

    private void poll(Duration age) {
        if (isResting()) {
            return;
        }
        try {
            var now = clock.instant();
            outgoing.due(now.minus(age), PER_POLL).forEach(this::wake);
            outgoing.ahead(now.plus(CLOCKS_DIFFER), PER_POLL).forEach(this::wake);
        } catch (MongoException e) {
            rest("store", e.toString());
        } catch (RuntimeException e) {
            LOG.atError().setCause(e).log("The outbox could not be looked through; tried again in a second");
        }
    }

    @Override
    public void close() {
        poll.shutdownNow();
        workers.shutdownNow();
    }
}
