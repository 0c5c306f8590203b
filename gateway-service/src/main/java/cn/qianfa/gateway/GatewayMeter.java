package cn.qianfa.gateway;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** The service's meters; every tag is bounded. */
enum GatewayMeter {
    REFUSED("qianfa.requests.refused", "policy", "Requests over a limit, by the policy they exceeded"),
    CROWDED("qianfa.requests.crowded", "upstream", "Requests for which no connection to a service became free in time");

    private final String meter;
    private final String tag;
    private final String description;

    GatewayMeter(String meter, String tag, String description) {
        this.meter = meter;
        this.tag = tag;
        this.description = description;
    }

    /** The same one for the same value; it begins at nothing when it is first asked for. */
    Counter counter(MeterRegistry meters, String value) {
        return Counter.builder(meter).description(description).tag(tag, value).register(meters);
    }
}
