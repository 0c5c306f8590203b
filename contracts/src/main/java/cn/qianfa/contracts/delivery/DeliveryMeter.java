package cn.qianfa.contracts.delivery;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Supplier;

/** The meters of delivery, the same in every service. */
public enum DeliveryMeter {
    SENT("qianfa.delivery.sent", "Events the broker acknowledged"),
    REACTED("qianfa.delivery.reacted", "Events whose effect is stored, by consumer"),
    QUARANTINED("qianfa.delivery.quarantined", "Records whose key could not be read, by consumer"),
    OLDEST("qianfa.delivery.outbox.oldest", "Seconds the oldest event waits to be sent, by collection"),
    PARKED("qianfa.delivery.parked", "Aggregates that wait for a person, by consumer"),
    PARTITIONS("qianfa.delivery.partitions", "Partitions this instance reads at present, by consumer"),
    LAG("qianfa.delivery.lag", "Records that have had no effect yet, by consumer");

    private final String meter;
    private final String description;

    DeliveryMeter(String meter, String description) {
        this.meter = meter;
        this.description = description;
    }

    /**
     * Where a first event matters, it is asked for before there was any: what rises from nothing is seen, what begins at
     * one is not.
     *
     * @param tag one bounded tag's name
     */
    public Counter counter(MeterRegistry registry, String tag, String value) {
        return Counter.builder(meter).description(description).tag(tag, value).register(registry);
    }

    /** @param tag one bounded tag's name */
    public void gauge(MeterRegistry registry, String tag, String value, Supplier<Number> number) {
        Gauge.builder(meter, number).description(description).tag(tag, value).register(registry);
    }
}
