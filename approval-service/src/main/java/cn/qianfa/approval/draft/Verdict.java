package cn.qianfa.approval.draft;

import cn.qianfa.contracts.event.DraftChecked;
import cn.qianfa.contracts.event.Finding;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the content rules said about exactly one content (article 10).
 *
 * @param submission which submission of the draft was checked
 * @param ruleSet name of the rule set, with its hash beside it
 * @param unchecked why the check itself failed; null where it did not
 */
public record Verdict(
        int submission,
        String contentHash,
        String ruleSet,
        String ruleSetHash,
        List<Finding> findings,
        @Nullable String unchecked,
        Instant at) {
    /** Stands for the rule where the check itself failed or never came: passed like a warning, with a reason. */
    public static final String UNCHECKED = "unchecked";

    public Verdict {
        findings = List.copyOf(findings);
    }

    static Verdict of(DraftChecked said) {
        return new Verdict(
                said.submission(),
                said.contentHash(),
                said.ruleSet(),
                said.ruleSetHash(),
                said.findings(),
                said.unchecked(),
                said.at());
    }

    boolean isAbout(Manuscript manuscript) {
        return submission == manuscript.submissions()
                && contentHash.equals(manuscript.content().hash());
    }

    /** Whether a finding forbids what is in the text: nobody may sign it. */
    public boolean blocks() {
        return findings.stream().anyMatch(finding -> finding.severity().equals("BLOCK"));
    }

    /** The rules whose warnings a signer has to answer for, one reason each. */
    public Set<String> toAnswer() {
        var rules = new TreeSet<String>();
        findings.stream()
                .filter(finding -> finding.severity().equals("WARN"))
                .forEach(finding -> rules.add(finding.rule()));
        if (unchecked != null) {
            rules.add(UNCHECKED);
        }
        return rules;
    }
}
