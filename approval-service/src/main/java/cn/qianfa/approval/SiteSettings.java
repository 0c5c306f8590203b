package cn.qianfa.approval;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The public pages.
 *
 * @param ticketKey {@code QIANFA_TICKET_KEY}: base64url, at least 32 bytes, the same as monitoring's
 * @param url {@code QIANFA_SITE_URL}: where the public finds the pages, for the feed
 */
@ConfigurationProperties("qianfa.site")
record SiteSettings(String ticketKey, URI url) {}
