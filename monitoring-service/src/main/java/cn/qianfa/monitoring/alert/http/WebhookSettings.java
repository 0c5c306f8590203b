package cn.qianfa.monitoring.alert.http;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The one receiver alerts go to.
 *
 * @param url {@code QIANFA_WEBHOOK_URL}, http or https
 * @param key {@code QIANFA_WEBHOOK_KEY}, {@code whsec_} and base64
 */
@ConfigurationProperties("qianfa.webhook")
record WebhookSettings(URI url, String key) {
    WebhookSettings {
        var scheme = url.getScheme();
        if (!"http".equals(scheme) && !"https".equals(scheme)) {
            throw new IllegalArgumentException("webhook url: %s (expected: http or https)".formatted(url));
        }
        if (key == null) {
            throw new IllegalArgumentException("webhook key: none (expected: QIANFA_WEBHOOK_KEY beside the url)");
        }
    }
}
