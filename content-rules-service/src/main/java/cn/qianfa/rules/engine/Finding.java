package cn.qianfa.rules.engine;

import cn.qianfa.rules.ruleset.Article;
import cn.qianfa.rules.ruleset.Severity;
import cn.qianfa.rules.ruleset.Urgency;
import cn.qianfa.rules.ruleset.Wording;
import cn.qianfa.rules.text.Step;
import java.util.Comparator;
import java.util.List;

/**
 * One hit of a rule on a span of text.
 *
 * @param rule the id of the rule
 * @param matched the term of the lexicon, or the id of the detector, which was found
 * @param article what the rule keeps
 * @param severity how much it weighs in this content
 * @param urgency how soon a person should look
 * @param part index of the text in {@link Content#parts()}
 * @param start where it begins, in UTF-16 code units of that text as it was written
 * @param end where it ends, exclusive; the span cuts no character and no surrogate pair in two
 * @param steps what had to be undone to see it; empty where it stands there openly
 * @param explanation why it is found
 * @param remedy what to do now
 */
public record Finding(
        String rule,
        String matched,
        Article article,
        Severity severity,
        Urgency urgency,
        int part,
        int start,
        int end,
        List<Step> steps,
        Wording explanation,
        Wording remedy) {
    /** The order in which findings are shown: as one reads. */
    static final Comparator<Finding> READING = Comparator.comparingInt(Finding::part)
            .thenComparingInt(Finding::start)
            .thenComparingInt(Finding::end)
            .thenComparing(Finding::rule)
            .thenComparing(Finding::matched);

    /** The order in which findings are kept where there are too many: the gravest first. */
    static final Comparator<Finding> GRAVITY = Comparator.comparing(Finding::severity)
            .thenComparing(Finding::urgency)
            .reversed()
            .thenComparing(READING);

    public Finding {
        if (part < 0 || start < 0 || end <= start) {
            throw new IllegalArgumentException(
                    "span: " + part + ", " + start + " to " + end + " (expected: 0 or more, and not empty)");
        }
        steps = List.copyOf(steps);
    }
}
