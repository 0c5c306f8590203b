package cn.qianfa.contracts.delivery.wiring;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a service delivers.
 *
 * @param instance names this instance of the service among its others. One that is started again under its name goes on
 *     at once; one without a name waits until the broker has given up its former life (ten seconds)
 * @param replication replicas of a topic this service creates; none: as many as the brokers have been told to make
 * @param commentRetention how long the broker keeps what carries comments
 * @param originalRetention how long the bytes are kept that an operator's repair replaced
 */
@ConfigurationProperties("qianfa.delivery")
public record DeliverySettings(
        @Nullable String instance,
        @Nullable Short replication,
        @DefaultValue("180d") Duration commentRetention,
        @DefaultValue("180d") Duration originalRetention) {
    public DeliverySettings {
        if (replication != null && replication < 1) {
            throw new IllegalArgumentException("replication: %d (expected: 1 or more)".formatted(replication));
        }
    }
}
