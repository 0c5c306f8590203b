package cn.qianfa.rules.check.http;

import cn.qianfa.rules.engine.Verdict;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A verdict as an editor sees it.
 *
 * @param ruleSet null where the check itself failed
 * @param unchecked why the check itself failed; null where it did not
 * @param findings in reading order
 * @param omitted how many further findings, none graver than these, were left out
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CheckView(
        @Nullable RuleSet ruleSet,
        Instant checkedAt,
        @Nullable String unchecked,
        List<FindingView> findings,
        int omitted) {
    /** What it was checked with. */
    record RuleSet(String version, String hash) {}

    static CheckView of(Verdict verdict, Instant at, Locale language) {
        return switch (verdict) {
            case Verdict.Checked(var by, var findings, var omitted) ->
                new CheckView(
                        new RuleSet(by.version().value(), by.hash()),
                        at,
                        null,
                        findings.stream()
                                .map(finding -> FindingView.of(finding, language))
                                .toList(),
                        omitted);
            case Verdict.Unchecked(var reason) -> new CheckView(null, at, reason.name(), List.of(), 0);
        };
    }
}
