package cn.qianfa.monitoring;

import cn.qianfa.contracts.delivery.inbox.Subscription;
import cn.qianfa.contracts.event.CaseAcknowledged;
import cn.qianfa.contracts.event.CaseEscalated;
import cn.qianfa.contracts.event.CaseOpened;
import cn.qianfa.contracts.event.Topic;
import cn.qianfa.monitoring.alert.AlertFeed;
import cn.qianfa.monitoring.alert.Alerts;
import cn.qianfa.monitoring.alert.Bell;
import cn.qianfa.monitoring.alert.DeliverAlerts;
import cn.qianfa.monitoring.alert.WhenCaseRingsTell;
import cn.qianfa.monitoring.casework.Cases;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Alerts: to screens always, outward where the operator named a receiver. */
@Configuration(proxyBeanMethods = false)
class AlertWiring {
    @Bean
    AlertFeed alertFeed(Cases cases) {
        return new AlertFeed(cases);
    }

    /** Only where there is a receiver: else nothing would ever take the alerts. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnExpression("!'${qianfa.webhook.url:}'.isBlank()")
    static class Outward {
        private static final Duration CALL_TAKES = Duration.ofSeconds(10);

        @Bean
        Subscription alerts(Cases cases, Alerts alerts, AlertSettings settings, InstantSource clock) {
            var tell = new WhenCaseRingsTell(cases, alerts, settings.notAfter(), clock);
            return Subscription.of("monitoring.alerts", Topic.CASES)
                    .on(CaseOpened.class, tell::react)
                    .on(CaseEscalated.class, tell::react)
                    .notNeeded(CaseAcknowledged.class) // looked up just before each call
                    .build();
        }

        @Bean
        DeliverAlerts deliverAlerts(Alerts alerts, Cases cases, Bell bell, InstantSource clock) {
            return new DeliverAlerts(alerts, cases, bell, CALL_TAKES, clock);
        }
    }
}
