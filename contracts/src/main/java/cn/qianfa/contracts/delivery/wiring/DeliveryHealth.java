package cn.qianfa.contracts.delivery.wiring;

import cn.qianfa.contracts.delivery.inbox.Parked;
import cn.qianfa.contracts.delivery.inbox.Subscription;
import java.util.List;
import java.util.TreeMap;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** A health of its own, apart from readiness: what waits to be sent, and what waits for a person. */
final class DeliveryHealth extends AbstractHealthIndicator {
    private static final double LONG_SECONDS = 30;

    private final AggregateFactory aggregates;
    private final Parked parked;
    private final List<Subscription> subscriptions;

    DeliveryHealth(AggregateFactory aggregates, Parked parked, List<Subscription> subscriptions) {
        super("What waits cannot be counted");
        this.aggregates = aggregates;
        this.parked = parked;
        this.subscriptions = subscriptions;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        var ages = aggregates.ages();
        var waiting = new TreeMap<String, Long>();
        subscriptions.forEach(one -> waiting.put(one.consumer(), parked.count(one.consumer())));
        aggregates.histories().forEach(one -> waiting.put(one, parked.count(one)));
        var late = ages.values().stream().anyMatch(age -> age > LONG_SECONDS);
        var stuck = waiting.values().stream().anyMatch(count -> count > 0);
        (late || stuck ? builder.down() : builder.up())
                .withDetail("oldestUnsentSeconds", ages)
                .withDetail("parkedAggregates", waiting);
    }
}
