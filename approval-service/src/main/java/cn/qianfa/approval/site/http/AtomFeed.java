package cn.qianfa.approval.site.http;

import static cn.qianfa.approval.site.http.Markup.escaped;

import cn.qianfa.approval.site.ReadSite;
import cn.qianfa.approval.site.SitePost;
import java.net.URI;
import java.time.Instant;
import java.util.stream.Collectors;

/** An account's newest posts as an Atom feed (RFC 4287); ids are stable. */
final class AtomFeed {
    private AtomFeed() {}

    /** @param site where the public finds the pages */
    static String of(ReadSite.Page page, URI site, Instant now) {
        var account = page.account();
        var address = escaped(site + "/site/" + account.id());
        var updated = page.posts().isEmpty() ? now : page.posts().getFirst().at();
        return """
                <?xml version="1.0" encoding="utf-8"?>
                <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">
                <id>%s</id>
                <title>%s</title>
                <updated>%s</updated>
                <author><name>%s</name></author>
                <link rel="alternate" type="text/html" href="%s"/>
                <link rel="self" type="application/atom+xml" href="%s/feed.atom"/>
                %s</feed>
                """.formatted(
                        address,
                        escaped(account.name()),
                        updated,
                        escaped(account.name()),
                        address,
                        address,
                        page.posts().stream().map(post -> entry(post, site)).collect(Collectors.joining()));
    }

    private static String entry(SitePost post, URI site) {
        return """
                <entry>
                <id>urn:uuid:%s</id>
                <title>%s</title>
                <published>%s</published>
                <updated>%s</updated>
                <link rel="alternate" type="text/html" href="%s"/>
                <content type="text">%s</content>
                </entry>
                """.formatted(
                        escaped(post.id()),
                        escaped(post.title()),
                        post.at(),
                        post.at(),
                        escaped(site + post.address()),
                        escaped(post.text()));
    }
}
