package cn.qianfa.monitoring;

import cn.qianfa.monitoring.alert.Alerts;
import cn.qianfa.monitoring.alert.Bell;
import cn.qianfa.monitoring.alert.Way;
import cn.qianfa.monitoring.casework.Cases;
import cn.qianfa.monitoring.comment.Comments;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the counting around the ports, so that neither the domain nor its stores count; asks them what waits. */
@Configuration(proxyBeanMethods = false)
class MeterWiring {
    private static final int AT_MOST = 1_000;

    @Bean
    static BeanPostProcessor counting(ObjectProvider<MeterRegistry> meters, ObjectProvider<InstantSource> clock) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return switch (bean) {
                    case Comments comments -> new CountedComments(comments, meters.getObject());
                    case Cases cases -> new CountedCases(cases, meters.getObject());
                    case Bell bell -> new CountedBell(bell, meters.getObject(), clock.getObject());
                    default -> bean;
                };
            }
        };
    }

    /** Asked for whenever somebody looks: each is one question an index answers, and small whatever happens. */
    @Bean
    MeterBinder waiting(Cases cases, Alerts alerts, InstantSource clock) {
        return registry -> {
            MonitoringMeter.begin(registry);
            MonitoringMeter.ALERTS_WAITING.gauge(registry, () -> alerts.waiting(Way.WEBHOOK, AT_MOST));
            MonitoringMeter.MAILS_WAITING.gauge(registry, () -> alerts.waiting(Way.MAIL, AT_MOST));
            MonitoringMeter.MAILS_OLDEST.gauge(registry, () -> seconds(alerts.oldestWaiting(Way.MAIL, AT_MOST), clock));
            MonitoringMeter.CASES_OPEN.gauge(registry, () -> cases.open(AT_MOST));
            MonitoringMeter.CASES_OLDEST.gauge(registry, () -> seconds(cases.oldestOpen(), clock));
        };
    }

    private static double seconds(Optional<Instant> since, InstantSource clock) {
        return since.map(then -> Duration.between(then, clock.instant()).toMillis() / 1000.0)
                .orElse(0.0);
    }
}
