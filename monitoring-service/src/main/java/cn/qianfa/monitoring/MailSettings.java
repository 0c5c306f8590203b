package cn.qianfa.monitoring;

import cn.qianfa.monitoring.alert.Mailbox;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much one person is mailed, and how soon is tried again. Which server mails is the adapter's matter.
 *
 * @param budget mails to one person within the window, emergencies aside: {@code QIANFA_MAIL_BUDGET}
 * @param window {@code QIANFA_MAIL_WINDOW}
 * @param retry pause after a first failed try, doubled up to five minutes: {@code QIANFA_MAIL_RETRY}
 */
@ConfigurationProperties("qianfa.mail")
record MailSettings(
        @DefaultValue("10") int budget,
        @DefaultValue("10m") Duration window,
        @DefaultValue("5s") Duration retry) {
    static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    MailSettings {
        if (!retry.isPositive()) {
            throw new IllegalArgumentException("mail retry: %s (expected: longer than nothing)".formatted(retry));
        }
    }

    Mailbox.Budget each() {
        return new Mailbox.Budget(budget, window);
    }
}
