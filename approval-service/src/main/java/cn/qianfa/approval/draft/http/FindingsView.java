package cn.qianfa.approval.draft.http;

import cn.qianfa.approval.draft.Draft;
import cn.qianfa.contracts.delivery.Versioned;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the content rules said about the content at hand.
 *
 * @param unchecked why the check itself failed; null where it did not
 * @param at when it was checked; null before
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FindingsView(
        Checked checked,
        int submission,
        String contentHash,
        @Nullable String ruleSet,
        @Nullable String ruleSetHash,
        @Nullable String unchecked,
        List<FindingView> findings,
        @Nullable Instant at) {
    static FindingsView of(Versioned<Draft> found, Locale language) {
        var draft = found.value();
        var submission = draft.manuscript().submissions();
        var hash = draft.manuscript().content().hash();
        var checked = Checked.of(draft);
        return draft.currentVerdict()
                .map(verdict -> new FindingsView(
                        checked,
                        submission,
                        hash,
                        verdict.ruleSet(),
                        verdict.ruleSetHash(),
                        verdict.unchecked(),
                        verdict.findings().stream()
                                .map(finding -> FindingView.of(finding, language))
                                .toList(),
                        verdict.at()))
                .orElseGet(() -> new FindingsView(checked, submission, hash, null, null, null, List.of(), null));
    }
}
