package cn.qianfa.monitoring.alert.smtp;

import cn.qianfa.monitoring.alert.Bell;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The bell, where the operator named a mail server. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("!'${qianfa.mail.host:}'.isBlank()")
@EnableConfigurationProperties(SmtpSettings.class)
class SmtpBeans {
    @Bean
    Bell mailBell(SmtpSettings settings, InstantSource clock) {
        return new SmtpBell(settings, new MailText(Words.in(settings.language()), settings.console()), clock);
    }
}
