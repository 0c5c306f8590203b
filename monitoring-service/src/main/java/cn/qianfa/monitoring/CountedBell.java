package cn.qianfa.monitoring;

import cn.qianfa.monitoring.alert.Bell;
import cn.qianfa.monitoring.alert.Notice;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;

/** Counts calls of the receiver, and how long an alert took to reach it. */
record CountedBell(Bell bell, MeterRegistry meters, InstantSource clock) implements Bell {
    @Override
    public Rung ring(Notice notice) {
        var rung = bell.ring(notice);
        switch (rung) {
            case Rung.Taken _ -> taken(notice);
            case Rung.NotTaken _ ->
                MonitoringMeter.ALERTS.counter(meters, "not-taken").increment();
        }
        return rung;
    }

    private void taken(Notice notice) {
        var urgency = notice.matter().urgency().name().toLowerCase(Locale.ROOT);
        MonitoringMeter.ALERTS.counter(meters, "taken").increment();
        MonitoringMeter.ALERT_DELAY.timer(meters, urgency).record(Duration.between(notice.raisedAt(), clock.instant()));
    }
}
