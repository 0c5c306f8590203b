package cn.qianfa.monitoring.comment.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.qianfa.monitoring.comment.ReceiveComment;
import org.springframework.web.util.HtmlUtils;

/** What the public sees where a comment could not be taken, in the dress of the public pages. */
final class CommentPages {
    private CommentPages() {}

    /** The form once more, with what was written and a key of its own. */
    static String again(ReceiveComment.Form form, String why, String key) {
        return page("评论未提交", """
                <p role="alert">%s，请修改后再次提交。</p>
                <form method="post" accept-charset="UTF-8">
                <input type="hidden" name="ticket" value="%s">
                <input type="hidden" name="key" value="%s">
                <label for="text">评论内容（1 至 1000 字）</label>
                <textarea id="text" name="text" required maxlength="1000">%s</textarea>
                <p><button type="submit">提交评论</button></p>
                </form>
                """.formatted(
                        escaped(why), escaped(form.ticket()), escaped(key), "\n" + escaped(form.text())));
    }

    static String notOurPost() {
        return page("评论未提交", """
                <p role="alert">找不到要评论的博文。请回到博文页面，刷新后再发表评论。</p>
                """);
    }

    static String unreadable() {
        return page("评论未提交", """
                <p role="alert">提交的内容无法读取或过长。请返回上一页，修改后再次提交；评论内容为 1 至 1000 字。</p>
                """);
    }

    static String later() {
        return page("评论未提交", """
                <p role="alert">系统暂时没有响应，您的评论尚未提交。请返回上一页，稍候再次提交；重复提交只算一条。</p>
                """);
    }

    private static String page(String title, String body) {
        return """
                <!doctype html>
                <html lang="zh-CN">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%1$s</title>
                <link rel="stylesheet" href="/site/style.css">
                </head>
                <body>
                <main>
                <h1>%1$s</h1>
                %2$s</main>
                </body>
                </html>
                """.formatted(escaped(title), body);
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, UTF_8.name());
    }
}
