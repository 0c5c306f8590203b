package cn.qianfa.monitoring;

import cn.qianfa.monitoring.alert.Bell;
import cn.qianfa.monitoring.casework.Cases;
import cn.qianfa.monitoring.comment.Comments;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the counting around the ports, so that neither the domain nor its stores count. */
@Configuration(proxyBeanMethods = false)
class MeterWiring {
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
}
