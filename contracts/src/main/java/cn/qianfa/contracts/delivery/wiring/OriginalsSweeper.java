package cn.qianfa.contracts.delivery.wiring;

import cn.qianfa.contracts.delivery.inbox.Interventions;
import com.mongodb.MongoException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Forgets, when their time is over, the bytes people replaced: they may quote what citizens wrote. */
final class OriginalsSweeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OriginalsSweeper.class);

    private final Interventions interventions;
    private final Duration retention;
    private final InstantSource clock;
    private final ScheduledExecutorService hourly = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("originals-sweeper").factory());

    OriginalsSweeper(Interventions interventions, Duration retention, InstantSource clock) {
        this.interventions = interventions;
        this.retention = retention;
        this.clock = clock;
    }

    void start() {
        hourly.scheduleWithFixedDelay(this::sweep, 1, 60, TimeUnit.MINUTES);
    }

    private void sweep() {
        try {
            var forgotten = interventions.forgetOriginals(clock.instant().minus(retention));
            if (forgotten > 0) {
                LOG.atInfo().addKeyValue("originals", forgotten).log("Forgotten, their time is over");
            }
        } catch (MongoException e) {
            LOG.atWarn().log("Originals are swept in an hour: {}", e.toString());
        }
    }

    @Override
    public void close() {
        hourly.shutdownNow();
    }
}
