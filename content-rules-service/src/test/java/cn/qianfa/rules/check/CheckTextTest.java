package cn.qianfa.rules.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import cn.qianfa.contracts.identity.Actor;
import cn.qianfa.contracts.identity.Role;
import cn.qianfa.rules.engine.CheckContent;
import cn.qianfa.rules.engine.Checker;
import cn.qianfa.rules.engine.Finding;
import cn.qianfa.rules.engine.Verdict;
import cn.qianfa.rules.pack.ShippedRuleSets;
import cn.qianfa.rules.ruleset.Severity;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("article-10")
class CheckTextTest {
    private static final Instant NOW = Instant.parse("2026-11-24T01:00:00Z");
    private static final Actor DRAFTER = new Actor("drafter", "town", Set.of(Role.DRAFTER));
    private static final Actor ADMIN = new Actor("admin", "district", Set.of(Role.ADMIN));

    private final ShippedRuleSets sets = new ShippedRuleSets();
    private final CheckText checkText = checkTextWith(new CheckContent(new Checker(_ -> {}), sets, sets));

    @Test
    void findsWhatTheVerdictOnTheDraftWillFind() {
        var findings = findings(new Text("请联系13812345678", Category.CONVENIENCE, Text.Target.POST));

        assertThat(findings).extracting(Finding::severity).containsExactly(Severity.WARN);
    }

    @Test
    void weighsAnAnswerToACitizenAsAnAnswer() {
        var findings = findings(new Text("请联系13812345678", null, Text.Target.ANSWER));

        assertThat(findings).extracting(Finding::severity).containsExactly(Severity.BLOCK);
    }

    @Test
    void readsNothingOfSomebodyWhoMayNotAsk() {
        var outcome = checkText.check(ADMIN, () -> fail("was read"));

        assertThat(outcome).isEqualTo(new CheckText.Outcome.NotPermitted());
    }

    @Test
    void saysThatItWasNotCheckedWhereThereAreNoRules() {
        var checks = checkTextWith(new CheckContent(new Checker(_ -> {}), _ -> Optional.empty(), sets));

        var outcome = checks.check(DRAFTER, () -> new Text("今日多云", null, Text.Target.POST));

        assertThat(outcome)
                .isEqualTo(new CheckText.Outcome.Done(new Verdict.Unchecked(Verdict.Reason.NO_RULE_SET), NOW));
    }

    private static CheckText checkTextWith(CheckContent checkContent) {
        return new CheckText(checkContent, InstantSource.fixed(NOW));
    }

    private List<Finding> findings(Text text) {
        return switch (checkText.check(DRAFTER, () -> text)) {
            case CheckText.Outcome.Done(Verdict.Checked checked, var _) -> checked.findings();
            case CheckText.Outcome.Done(Verdict.Unchecked unchecked, var _) -> fail(unchecked.toString());
            case CheckText.Outcome.NotPermitted _ -> fail("not permitted");
        };
    }
}
