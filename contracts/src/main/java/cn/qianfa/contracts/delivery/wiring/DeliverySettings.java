package cn.qianfa.contracts.delivery.wiring;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a service delivers.
 *
 * @param replication replicas of a topic this service creates; 3 in production
 * @param commentRetention how long the broker keeps what carries comments
 */
@ConfigurationProperties("qianfa.delivery")
public record DeliverySettings(
        @DefaultValue("1") short replication,
        @DefaultValue("180d") Duration commentRetention) {}
