package cn.qianfa.monitoring;

import cn.qianfa.monitoring.alert.Bell;
import cn.qianfa.monitoring.alert.Notice;
import cn.qianfa.monitoring.alert.Way;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;

/** Counts calls of each way's other end, and how long an alert took to reach the receiver. */
record CountedBell(Bell bell, MeterRegistry meters, InstantSource clock) implements Bell {
    @Override
    public Way way() {
        return bell.way();
    }

    @Override
    public Duration longest() {
        return bell.longest();
    }

    @Override
    public Rung ring(Call call) {
        var rung = bell.ring(call);
        switch (way()) {
            case WEBHOOK -> rung(call.said().getFirst().notice(), rung);
            case MAIL -> MonitoringMeter.MAILS.counter(meters, outcome(rung)).increment();
        }
        return rung;
    }

    private static String outcome(Rung rung) {
        return switch (rung) {
            case Rung.Taken _ -> "sent";
            case Rung.Deferred _ -> "deferred";
            case Rung.Refused _ -> "refused";
        };
    }

    private void rung(Notice notice, Rung rung) {
        if (rung instanceof Rung.Taken) {
            taken(notice);
            return;
        }
        MonitoringMeter.ALERTS.counter(meters, "not-taken").increment();
    }

    private void taken(Notice notice) {
        var urgency = notice.matter().urgency().name().toLowerCase(Locale.ROOT);
        MonitoringMeter.ALERTS.counter(meters, "taken").increment();
        MonitoringMeter.ALERT_DELAY.timer(meters, urgency).record(Duration.between(notice.raisedAt(), clock.instant()));
    }
}
