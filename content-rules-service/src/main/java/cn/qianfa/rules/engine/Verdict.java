package cn.qianfa.rules.engine;

import cn.qianfa.rules.ruleset.RuleSetVersion;
import cn.qianfa.rules.ruleset.Severity;
import java.util.List;

/** The outcome of one check. Two verdicts are equal when they say the same by the same rules. */
public sealed interface Verdict {
    /** True where a finding forbids to sign. */
    boolean blocks();

    /**
     * The content was checked.
     *
     * @param by what it was checked with
     * @param findings in reading order; empty: nothing was found
     * @param omitted how many further findings, none graver than these, were left out
     */
    record Checked(Stamp by, List<Finding> findings, int omitted) implements Verdict {
        public Checked {
            findings = findings.stream().sorted(Finding.READING).toList();
        }

        @Override
        public boolean blocks() {
            return findings.stream().anyMatch(finding -> finding.severity() == Severity.BLOCK);
        }
    }

    /** 未检查: the content was not checked, which is neither good nor bad; a person sees that it was not. */
    record Unchecked(Reason reason) implements Verdict {
        @Override
        public boolean blocks() {
            return false;
        }
    }

    /** Why a content was not checked. */
    enum Reason {
        /** No rule set is in force for this purpose. */
        NO_RULE_SET,
        /** The version asked for was never released. */
        UNKNOWN_RULE_SET,
        /** The rule set is for the other purpose, or names what this program does not know. */
        UNUSABLE_RULE_SET,
        /** The texts together are longer than {@link Checker#LONGEST}. */
        TOO_LONG,
        /** The check itself failed: a fault of this program. */
        FAILED
    }

    /**
     * What a content was checked with: enough to repeat the check.
     *
     * @param version the rule set
     * @param hash of the rule set
     * @param engine this program's way of reading; another one may read the same text otherwise
     */
    record Stamp(RuleSetVersion version, String hash, String engine) {}
}
