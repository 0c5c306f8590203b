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
import cn.qianfa.monitoring.alert.DeliverMail;
import cn.qianfa.monitoring.alert.Mailboxes;
import cn.qianfa.monitoring.alert.Pace;
import cn.qianfa.monitoring.alert.WhenCaseRingsTell;
import cn.qianfa.monitoring.casework.Cases;
import cn.qianfa.monitoring.registry.Registry;
import java.time.InstantSource;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Alerts: to screens always, outward where the operator named a receiver. */
@Configuration(proxyBeanMethods = false)
class AlertWiring {
    @Bean
    AlertFeed alertFeed(Cases cases) {
        return new AlertFeed(cases);
    }

    /** Only where there is some way: else nothing would ever take the alerts. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnExpression("!'${qianfa.webhook.url:}${qianfa.mail.host:}'.isBlank()")
    static class Outward {
        @Bean
        Subscription alerts(
                Cases cases, Alerts alerts, ObjectProvider<Bell> bells, AlertSettings settings, InstantSource clock) {
            var ways = bells.stream().map(Bell::way).collect(Collectors.toSet());
            var tell = new WhenCaseRingsTell(cases, alerts, ways, settings.notAfter(), clock);
            return Subscription.of("monitoring.alerts", Topic.CASES)
                    .on(CaseOpened.class, tell::react)
                    .on(CaseEscalated.class, tell::react)
                    .notNeeded(CaseAcknowledged.class) // looked up just before each call
                    .build();
        }
    }

    /** Where the operator named a receiver. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnExpression("!'${qianfa.webhook.url:}'.isBlank()")
    static class ByWebhook {
        @Bean
        DeliverAlerts deliverAlerts(
                Alerts alerts, Cases cases, @Qualifier("webhookBell") Bell bell, InstantSource clock) {
            return new DeliverAlerts(alerts, cases, bell, Pace.of(bell), clock);
        }
    }

    /** Where the operator named a mail server. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnExpression("!'${qianfa.mail.host:}'.isBlank()")
    @EnableConfigurationProperties(MailSettings.class)
    static class ByMail {
        @Bean
        DeliverMail deliverMail(
                Alerts alerts,
                Mailboxes mailboxes,
                Registry registry,
                Cases cases,
                @Qualifier("mailBell") Bell bell,
                MailSettings settings,
                InstantSource clock) {
            var pace = Pace.of(bell, settings.retry(), MailSettings.LONGEST_PAUSE);
            return new DeliverMail(alerts, mailboxes, registry, cases, bell, pace, settings.each(), clock);
        }
    }
}
