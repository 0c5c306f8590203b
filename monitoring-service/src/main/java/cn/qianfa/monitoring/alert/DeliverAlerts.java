package cn.qianfa.monitoring.alert;

import cn.qianfa.contracts.delivery.StaleWrite;
import cn.qianfa.contracts.delivery.Versioned;
import cn.qianfa.monitoring.casework.Case;
import cn.qianfa.monitoring.casework.Cases;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/**
 * Rings what has to be rung, at least once: the try is written down before the call and its outcome after it, so that a
 * receiver that was down, or a process that fell, delays an alert and loses none. Any instance may do it.
 */
public final class DeliverAlerts {
    private static final int AT_ONCE = 50;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final int DOUBLINGS = 5;

    private final Alerts alerts;
    private final Cases cases;
    private final Bell bell;
    private final Duration callTakes;
    private final InstantSource clock;

    /** @param callTakes longer than any call of the bell: a try that is not over by then is tried again */
    public DeliverAlerts(Alerts alerts, Cases cases, Bell bell, Duration callTakes, InstantSource clock) {
        this.alerts = alerts;
        this.cases = cases;
        this.bell = bell;
        this.callTakes = callTakes;
        this.clock = clock;
    }

    /** Tries everything that is due, side by side, and waits for the answers. */
    public void deliver() throws InterruptedException, ExecutionException {
        var due = alerts.due(clock.instant(), AT_ONCE);
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var call :
                    due.stream().map(id -> workers.submit(() -> deliver(id))).toList()) {
                call.get();
            }
        }
    }

    private void deliver(AlertId id) {
        var found = alerts.find(id).orElseThrow();
        if (!(found.value() instanceof Alert.Ringing ringing)) {
            return;
        }
        try {
            deliver(found, ringing, clock.instant());
        } catch (StaleWrite e) {
            return; // another instance is on it
        }
    }

    private void deliver(Versioned<Alert> found, Alert.Ringing ringing, Instant now) {
        if (now.isAfter(ringing.notice().notAfter())) {
            alerts.save(found.with(ringing.dropped(Alert.Why.TOO_LATE, now)));
            return;
        }
        if (isSeen(id(ringing))) {
            alerts.save(found.with(ringing.dropped(Alert.Why.ACKNOWLEDGED, now)));
            return;
        }
        alerts.save(found.with(ringing.trying(now.plus(callTakes))));
        ring(id(ringing));
    }

    private static AlertId id(Alert.Ringing ringing) {
        return ringing.notice().id();
    }

    private boolean isSeen(AlertId id) {
        return cases.find(id.caseId())
                .filter(one -> one.value() instanceof Case.Acknowledged)
                .isPresent();
    }

    private void ring(AlertId id) {
        var found = alerts.find(id).orElseThrow();
        if (!(found.value() instanceof Alert.Ringing trying)) {
            return;
        }
        var rung = bell.ring(trying.notice());
        var now = clock.instant();
        alerts.save(
                switch (rung) {
                    case Bell.Rung.Taken _ -> found.with(trying.delivered(now));
                    case Bell.Rung.NotTaken _ -> found.with(trying.again(now.plus(pauseAfter(trying.tries()))));
                });
    }

    private static Duration pauseAfter(int tries) {
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(tries - 1, DOUBLINGS));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}
