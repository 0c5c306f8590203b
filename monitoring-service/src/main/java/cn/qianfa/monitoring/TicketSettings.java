package cn.qianfa.monitoring;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The secret that seals the public form's ticket.
 *
 * @param key base64url, at least 32 bytes, the same as approval's: {@code QIANFA_TICKET_KEY}
 */
@ConfigurationProperties("qianfa.ticket")
record TicketSettings(String key) {
    TicketSettings {
        if (key == null) {
            throw new IllegalArgumentException(
                    "ticket key: none (expected: QIANFA_TICKET_KEY, the same as approval's)");
        }
    }
}
