package cn.qianfa.monitoring;

import cn.qianfa.monitoring.classification.Urgency;
import cn.qianfa.monitoring.comment.Comments;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** What this service counts and measures; every tag is bounded. */
enum MonitoringMeter {
    COMMENTS(
            "qianfa.comments.received",
            "state",
            names(Comments.State.values()),
            "Comments stored, by whether they were flagged at once"),
    FLAGS("qianfa.comments.flagged", "urgency", names(Urgency.values()), "Comments flagged, by urgency"),
    CASES(
            "qianfa.cases.changed",
            "change",
            List.of("opened", "escalated", "acknowledged"),
            "Cases opened, escalated, acknowledged"),
    ALERTS("qianfa.alerts.rung", "outcome", List.of("taken", "not-taken"), "Calls of the receiver, by outcome"),
    ALERT_DELAY(
            "qianfa.alerts.delay",
            "urgency",
            names(Urgency.values()),
            "From raising an alert to the receiver having it, by urgency"),
    ALERTS_WAITING("qianfa.alerts.waiting", "Alerts the receiver has not taken yet; more than 1,000 are told as 1,000"),
    MAILS(
            "qianfa.mails",
            "outcome",
            List.of("sent", "deferred", "refused"),
            "Tries to mail an alert or a digest, by what the mail server said"),
    MAILS_WAITING("qianfa.mails.waiting", "Alerts still to be mailed; more than 1,000 are told as 1,000"),
    MAILS_OLDEST("qianfa.mails.oldest", "Seconds since the oldest alert still to be mailed was raised"),
    CASES_OPEN("qianfa.cases.open", "Cases nobody has acknowledged; more than 1,000 are told as 1,000"),
    CASES_OLDEST("qianfa.cases.oldest", "Seconds the oldest case nobody has acknowledged is open");

    private static final Duration[] BOUNDS = {
        Duration.ofMillis(200),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5),
        Duration.ofSeconds(30),
        Duration.ofMinutes(5)
    };

    private final String meter;
    private final String tag;
    private final List<String> values;
    private final String description;

    MonitoringMeter(String meter, String tag, List<String> values, String description) {
        this.meter = meter;
        this.tag = tag;
        this.values = values;
        this.description = description;
    }

    MonitoringMeter(String meter, String description) {
        this(meter, "", List.of(), description);
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values)
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** Every counter begins at nothing when the service starts, so that its first event is seen to rise. */
    static void begin(MeterRegistry registry) {
        for (var counted : List.of(COMMENTS, FLAGS, CASES, ALERTS, MAILS)) {
            counted.values.forEach(value -> counted.counter(registry, value));
        }
        ALERT_DELAY.values.forEach(value -> ALERT_DELAY.timer(registry, value));
    }

    Counter counter(MeterRegistry registry, String value) {
        return Counter.builder(meter).description(description).tag(tag, value).register(registry);
    }

    Timer timer(MeterRegistry registry, String value) {
        return Timer.builder(meter)
                .description(description)
                .tag(tag, value)
                .serviceLevelObjectives(BOUNDS)
                .register(registry);
    }

    void gauge(MeterRegistry registry, Supplier<Number> number) {
        Gauge.builder(meter, number).description(description).register(registry);
    }
}
