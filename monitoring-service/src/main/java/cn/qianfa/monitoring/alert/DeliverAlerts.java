package cn.qianfa.monitoring.alert;

import cn.qianfa.monitoring.casework.Cases;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** Rings each alert that has to be rung by itself, by one way, as often as it takes. Any instance may do it. */
public final class DeliverAlerts {
    private static final int AT_ONCE = 50;
    private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(30);

    private final Alerts alerts;
    private final Bell bell;
    private final Telling telling;
    private final Pace pace;
    private final InstantSource clock;

    public DeliverAlerts(Alerts alerts, Cases cases, Bell bell, Pace pace, InstantSource clock) {
        this.alerts = alerts;
        this.bell = bell;
        this.pace = pace;
        this.telling = new Telling(alerts, cases, pace, clock);
        this.clock = clock;
    }

    /** Tries everything that is due, side by side, and waits for the answers. */
    public void deliver() throws InterruptedException, ExecutionException {
        var due = due(clock.instant());
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var call : due.stream()
                    .map(alert -> workers.submit(() -> deliver(alert)))
                    .toList()) {
                call.get();
            }
        }
    }

    /** Nothing waits longer than the longest pause: what seems to was put off before somebody set the clock back. */
    private List<Alert.Ringing> due(Instant now) {
        var longest = now.plus(pace.longest()).plus(pace.callTakes()).plus(CLOCKS_DIFFER);
        return Stream.concat(
                        alerts.due(bell.way(), now, AT_ONCE).stream(),
                        alerts.ahead(bell.way(), longest, AT_ONCE).stream())
                .toList();
    }

    private void deliver(Alert.Ringing due) {
        if (telling.isWanted(due) && telling.begin(due)) {
            telling.end(due.key(), bell.ring(Bell.Call.of(due.notice())));
        }
    }
}
