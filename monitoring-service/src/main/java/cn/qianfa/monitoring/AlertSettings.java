package cn.qianfa.monitoring;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How alerts are told.
 *
 * @param escalation how long one person has to acknowledge: {@code QIANFA_ESCALATION}
 * @param notAfter an alert older than this is not told outward any more: {@code QIANFA_ALERT_NOT_AFTER}
 */
@ConfigurationProperties("qianfa.alert")
record AlertSettings(
        @DefaultValue("10m") Duration escalation,
        @DefaultValue("24h") Duration notAfter) {
    AlertSettings {
        if (!escalation.isPositive() || !notAfter.isPositive()) {
            throw new IllegalArgumentException(
                    "escalation: %s, not after: %s (expected: longer than nothing)".formatted(escalation, notAfter));
        }
    }
}
