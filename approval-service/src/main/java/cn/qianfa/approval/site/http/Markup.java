package cn.qianfa.approval.site.http;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/** What people wrote, as marked-up text that says the same and does nothing. */
final class Markup {
    private static final DateTimeFormatter SHOWN =
            DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    private Markup() {}

    /** Fit for HTML and XML, inside elements and quoted attributes. */
    static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }

    /** Paragraphs where blank lines stood, line breaks where lines ended. */
    static String paragraphs(String text) {
        return text.strip()
                .lines()
                .map(String::stripTrailing)
                .collect(Collectors.joining("\n"))
                .transform(lines -> Arrays.stream(lines.split("\n{2,}")))
                .map(paragraph -> "<p>" + escaped(paragraph).replace("\n", "<br>\n") + "</p>")
                .collect(Collectors.joining("\n"));
    }

    static String time(Instant at) {
        return "<time datetime=\"%s\">%s</time>".formatted(at, SHOWN.format(at));
    }
}
