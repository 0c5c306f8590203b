package cn.qianfa.approval.site.http;

import static cn.qianfa.approval.site.http.Markup.escaped;
import static cn.qianfa.approval.site.http.Markup.paragraphs;
import static cn.qianfa.approval.site.http.Markup.time;

import cn.qianfa.approval.registry.Account;
import cn.qianfa.approval.site.ReadSite;
import cn.qianfa.approval.site.SitePost;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The public pages, in Chinese; every value is escaped where it is put in. */
final class SitePages {
    private SitePages() {}

    static String account(ReadSite.Page page) {
        var account = page.account();
        var address = "/site/" + escaped(account.id());
        return page(account.name(), address + "/feed.atom", """
                <header><h1>%s</h1></header>
                <main>
                %s%s
                <nav aria-label="翻页"><p>%s<a href="%s/feed.atom">订阅（Atom）</a></p></nav>
                </main>
                """.formatted(
                        escaped(account.name()), notice(account), list(page), older(page, address), address));
    }

    private static String notice(Account account) {
        return account instanceof Account.Closed closed
                ? "<div class=\"notice\"><h2>本账号已停止更新</h2>%s</div>%n".formatted(paragraphs(closed.notice()))
                : "";
    }

    private static String list(ReadSite.Page page) {
        if (page.posts().isEmpty()) {
            return "<p>还没有发布任何博文。</p>";
        }
        return page.posts().stream()
                .map(post -> "<li><a href=\"%s\">%s</a><br><span class=\"quiet\">%s</span></li>"
                        .formatted(escaped(post.address()), escaped(post.title()), time(post.at())))
                .collect(Collectors.joining("\n", "<ul class=\"posts\">\n", "\n</ul>"));
    }

    private static String older(ReadSite.Page page, String address) {
        var next = page.next();
        return next == null ? "" : "<a href=\"%s?after=%s\">更早的博文</a> ".formatted(address, escaped(next));
    }

    /**
     * @param ticket sealed: names post, account and unit
     * @param key new for every page that is shown, so that sending the form twice is one comment
     */
    static String post(ReadSite.Single single, String ticket, String key) {
        var account = single.account();
        var post = single.post();
        return page(
                post.title() + " - " + account.name(), "/site/" + escaped(account.id()) + "/feed.atom", """
                <header><p><a href="/site/%s">%s</a></p></header>
                <main>
                <article>
                <h1>%s</h1>
                <p class="quiet">发布时间：%s</p>
                %s
                </article>
                <section aria-labelledby="comment">
                <h2 id="comment">发表评论</h2>
                <p id="thanks" class="notice" role="status">谢谢，评论已收到，值班人员会查看。</p>
                %s
                </section>
                </main>
                """.formatted(
                                escaped(account.id()),
                                escaped(account.name()),
                                escaped(post.title()),
                                time(post.at()),
                                paragraphs(post.text()),
                                form(post, ticket, key)));
    }

    /** Always there: comments can never be closed (article 12). */
    private static String form(SitePost post, String ticket, String key) {
        return """
                <form method="post" action="%s/comments" accept-charset="UTF-8">
                <input type="hidden" name="ticket" value="%s">
                <input type="hidden" name="key" value="%s">
                <p id="comment-hint">无需登录。系统不记录您的姓名、账号和网络地址。评论由值班人员查看，最多 1000 字。</p>
                <label for="text">评论内容</label>
                <textarea id="text" name="text" required maxlength="1000" aria-describedby="comment-hint"></textarea>
                <p><button type="submit">提交评论</button></p>
                </form>""".formatted(escaped(post.address()), escaped(ticket), escaped(key));
    }

    static String notFound() {
        return page("页面不存在", null, """
                <main>
                <h1>页面不存在</h1>
                <p>没有这个账号或这条博文。</p>
                </main>
                """);
    }

    private static String page(String title, @Nullable String feed, String body) {
        return """
                <!doctype html>
                <html lang="zh-CN">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s</title>
                <link rel="stylesheet" href="/site/style.css">
                %s</head>
                <body>
                %s</body>
                </html>
                """.formatted(escaped(title), feed == null ? "" : feedLink(feed), body);
    }

    private static String feedLink(String feed) {
        return "<link rel=\"alternate\" type=\"application/atom+xml\" href=\"%s\">%n".formatted(feed);
    }
}
