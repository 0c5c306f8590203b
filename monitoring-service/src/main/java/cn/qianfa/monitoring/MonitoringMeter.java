package cn.qianfa.monitoring;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/** What this service counts; every tag is bounded. */
enum MonitoringMeter {
    COMMENTS("qianfa.comments.received", "state", "Comments stored, by whether they were flagged at once"),
    FLAGS("qianfa.comments.flagged", "urgency", "Comments flagged, by urgency"),
    CASES("qianfa.cases.changed", "change", "Cases opened, escalated, acknowledged"),
    ALERTS("qianfa.alerts.rung", "outcome", "Calls of the receiver, by outcome"),
    ALERT_DELAY("qianfa.alerts.delay", "urgency", "From raising an alert to the receiver having it, by urgency");

    private final String meter;
    private final String tag;
    private final String description;

    MonitoringMeter(String meter, String tag, String description) {
        this.meter = meter;
        this.tag = tag;
        this.description = description;
    }

    Counter counter(MeterRegistry registry, String value) {
        return Counter.builder(meter).description(description).tag(tag, value).register(registry);
    }

    Timer timer(MeterRegistry registry, String value) {
        return Timer.builder(meter).description(description).tag(tag, value).register(registry);
    }
}
