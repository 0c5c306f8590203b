package cn.qianfa.monitoring.alert.http;

import cn.qianfa.monitoring.alert.Bell;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The bell, where the operator named a receiver. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("!'${qianfa.webhook.url:}'.isBlank()")
@EnableConfigurationProperties(WebhookSettings.class)
class WebhookBeans {
    @Bean
    Bell webhookBell(WebhookSettings settings, InstantSource clock) {
        return new WebhookBell(settings.url(), new WebhookSignature(settings.key()), clock);
    }
}
