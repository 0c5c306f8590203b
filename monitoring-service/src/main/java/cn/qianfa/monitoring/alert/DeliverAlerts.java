package cn.qianfa.monitoring.alert;

import cn.qianfa.monitoring.casework.Cases;
import java.time.InstantSource;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** Rings each alert that has to be rung by itself, by one way, as often as it takes. Any instance may do it. */
public final class DeliverAlerts {
    private static final int AT_ONCE = 50;

    private final Alerts alerts;
    private final Bell bell;
    private final Telling telling;
    private final InstantSource clock;

    public DeliverAlerts(Alerts alerts, Cases cases, Bell bell, Pace pace, InstantSource clock) {
        this.alerts = alerts;
        this.bell = bell;
        this.telling = new Telling(alerts, cases, pace, clock);
        this.clock = clock;
    }

    /** Tries everything that is due, side by side, and waits for the answers. */
    public void deliver() throws InterruptedException, ExecutionException {
        var due = alerts.due(bell.way(), clock.instant(), AT_ONCE);
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var call : due.stream()
                    .map(alert -> workers.submit(() -> deliver(alert)))
                    .toList()) {
                call.get();
            }
        }
    }

    private void deliver(Alert.Ringing due) {
        if (telling.isWanted(due) && telling.begin(due)) {
            telling.end(due.key(), bell.ring(Bell.Call.of(due.notice())));
        }
    }
}
