package cn.qianfa.monitoring;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How comments are taken.
 *
 * @param ticketKey base64url, at least 32 bytes, the same as approval's: {@code QIANFA_TICKET_KEY}
 */
@ConfigurationProperties("qianfa.comments")
record CommentSettings(String ticketKey) {}
