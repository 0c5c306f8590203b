package cn.qianfa.approval.draft.http;

import cn.qianfa.contracts.event.Finding;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One finding, in the reader's language; an older one in Chinese. The editors' live check of content-rules answers the same.
 *
 * @param article such as {@code A10-9}
 * @param matched the term or the detector that was found; null in older findings
 * @param message what was seen
 * @param remedy what to do now
 * @param steps what had to be undone to see it; empty where it stands there openly
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FindingView(
        String rule,
        String article,
        String severity,
        Span span,
        @Nullable String matched,
        String message,
        String remedy,
        List<String> steps) {
    /**
     * Where it stands in the text as it was written, in UTF-16 code units, which are what {@code String} counts in a
     * browser; {@code end} is exclusive.
     */
    record Span(int start, int end) {}

    static FindingView of(Finding finding, Locale language) {
        var english = finding.english();
        return language.equals(Locale.ENGLISH) && english != null
                ? of(finding, english.explanation(), english.remedy(), english.steps())
                : of(finding, finding.explanation(), finding.remedy(), finding.steps());
    }

    private static FindingView of(Finding finding, String message, String remedy, List<String> steps) {
        return new FindingView(
                finding.rule(),
                finding.article(),
                finding.severity(),
                new Span(finding.start(), finding.end()),
                finding.matched(),
                message,
                remedy,
                steps);
    }
}
