package cn.qianfa.approval.site;

import java.net.URI;

/**
 * Where the public finds the pages.
 *
 * @param url such as {@code https://gov.example}, without a path
 */
public record SiteAddress(URI url) {
    public SiteAddress {
        if (url.getHost() == null || !url.getPath().isEmpty()) {
            throw new IllegalArgumentException("site url: %s (expected: scheme and host, no path)".formatted(url));
        }
    }
}
