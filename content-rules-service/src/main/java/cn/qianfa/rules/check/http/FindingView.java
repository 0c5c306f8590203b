package cn.qianfa.rules.check.http;

import cn.qianfa.rules.engine.Finding;
import cn.qianfa.rules.ruleset.Wording;
import cn.qianfa.rules.text.Step;
import java.util.List;
import java.util.Locale;

/**
 * One finding, in the reader's language: the same fields as approval shows of a draft's verdict.
 *
 * @param article such as {@code A10-9}
 * @param matched the term or the detector that was found
 * @param message what was seen
 * @param remedy what to do now
 * @param steps what had to be undone to see it; empty where it stands there openly
 */
record FindingView(
        String rule,
        String article,
        String severity,
        Span span,
        String matched,
        String message,
        String remedy,
        List<String> steps) {
    /**
     * Where it stands in the text as it was sent, in UTF-16 code units, which are what {@code String} counts in a browser;
     * {@code end} is exclusive.
     */
    record Span(int start, int end) {}

    static FindingView of(Finding finding, Locale language) {
        var english = language.equals(Locale.ENGLISH);
        return new FindingView(
                finding.rule(),
                finding.article().value(),
                finding.severity().name(),
                new Span(finding.start(), finding.end()),
                finding.matched(),
                said(finding.explanation(), english),
                said(finding.remedy(), english),
                finding.steps().stream().map(english ? Step::en : Step::zh).toList());
    }

    private static String said(Wording wording, boolean english) {
        return english ? wording.en() : wording.zh();
    }
}
