package cn.qianfa.rules.engine;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qianfa.rules.pack.ShippedPacks;
import cn.qianfa.rules.ruleset.Purpose;
import cn.qianfa.rules.ruleset.RuleSet;
import cn.qianfa.rules.ruleset.RuleSetVersion;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Contents and rule sets for tests, and findings in a form that is easily compared. */
final class Rules {
    static final Instant RELEASED = Instant.parse("2026-11-24T00:00:00Z");
    static final RuleSet DRAFTS =
            ShippedPacks.drafts().release(new RuleSetVersion("2026-11-24.1"), Purpose.DRAFTS, RELEASED, "staff:1");
    static final RuleSet COMMENTS =
            ShippedPacks.comments().release(new RuleSetVersion("2026-11-24.2"), Purpose.COMMENTS, RELEASED, "staff:1");
    static final Content.Facts FACTS =
            new Content.Facts(LocalDate.of(2026, 11, 24), Set.of("09123456789", "13900000000"));
    static final Checker CHECKER = new Checker(fault -> {
        throw new AssertionError(fault);
    });

    private Rules() {}

    static Content post(String... parts) {
        return new Content.Post("convenience", List.of(parts), FACTS);
    }

    static Content answer(String... parts) {
        return new Content.Answer("convenience", List.of(parts), FACTS);
    }

    static Content comment(String text) {
        return new Content.Comment(text, FACTS);
    }

    static List<Finding> findings(Content content) {
        return findings(content, content instanceof Content.Comment ? COMMENTS : DRAFTS);
    }

    static List<Finding> findings(Content content, RuleSet rules) {
        var verdict = CHECKER.check(content, rules);
        assertThat(verdict).isInstanceOf(Verdict.Checked.class);
        return ((Verdict.Checked) verdict).findings();
    }

    /** Each finding as {@code rule[the span as it was written]}. */
    static List<String> brief(Content content) {
        return findings(content).stream()
                .map(finding -> finding.rule() + "[" + span(content, finding) + "]")
                .toList();
    }

    static String span(Content content, Finding finding) {
        return content.parts().get(finding.part()).substring(finding.start(), finding.end());
    }
}
