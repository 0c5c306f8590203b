package cn.qianfa.rules.engine;

import java.util.List;

/**
 * What one examination of a content brought.
 *
 * @param findings all of them
 * @param steps how many steps it took; grows with the length of the content and with nothing else
 */
record Examination(List<Finding> findings, long steps) {
    Examination {
        findings = List.copyOf(findings);
    }

    /** The gravest so many, in a verdict. */
    Verdict.Checked verdict(Verdict.Stamp by, int most) {
        var kept = findings.size() <= most
                ? findings
                : findings.stream().sorted(Finding.GRAVITY).limit(most).toList();
        return new Verdict.Checked(by, kept, findings.size() - kept.size());
    }
}
