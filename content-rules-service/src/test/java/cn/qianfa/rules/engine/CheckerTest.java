package cn.qianfa.rules.engine;

import static cn.qianfa.rules.engine.Rules.COMMENTS;
import static cn.qianfa.rules.engine.Rules.DRAFTS;
import static cn.qianfa.rules.engine.Rules.comment;
import static cn.qianfa.rules.engine.Rules.findings;
import static cn.qianfa.rules.engine.Rules.post;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qianfa.rules.pack.PackReader;
import cn.qianfa.rules.ruleset.ActiveRuleSets;
import cn.qianfa.rules.ruleset.Purpose;
import cn.qianfa.rules.ruleset.RuleSet;
import cn.qianfa.rules.ruleset.RuleSetVersion;
import cn.qianfa.rules.ruleset.Severity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("article-10")
class CheckerTest {
    private static final String RULE = """
            id,article,severity,owner,why_zh,why_en,remedy_zh,remedy_en
            words,A10-6,block,district,说明,why,处理,remedy
            """;

    private final List<RuntimeException> faults = new ArrayList<>();
    private final Checker checker = new Checker(faults::add);

    @Test
    void saysByWhichRulesItChecked() {
        var verdict = (Verdict.Checked) checker.check(post("今日多云"), DRAFTS);

        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.by())
                .isEqualTo(new Verdict.Stamp(new RuleSetVersion("2026-11-24.1"), DRAFTS.hash(), Checker.engine()));
    }

    @Test
    void findsInEveryPartByItsIndexInReadingOrder() {
        var found = findings(post("扫码下单，买一送一", "今日多云", "赌博"));

        assertThat(found).extracting(Finding::part).containsExactly(0, 0, 2);
        assertThat(found).extracting(Finding::start).containsExactly(0, 5, 0);
    }

    @Test
    void saysTheSameAgainByTheSameVersion() {
        var content = post("🎉赌*博，13800138000，独一无二");
        var then = checker.check(content, DRAFTS);
        var released = Map.of(DRAFTS.version(), DRAFTS);
        ActiveRuleSets changed = _ -> Optional.of(rules("words,今日\n", "2026-12-01.1"));
        var checks = new CheckContent(
                new Checker(faults::add), changed, version -> Optional.ofNullable(released.get(version)));

        assertThat(checks.checkAgain(content, DRAFTS.version())).isEqualTo(then);
        assertThat(checks.check(content)).isNotEqualTo(then);
        assertThat(checks.checkAgain(content, new RuleSetVersion("2026-01-01.1")))
                .isEqualTo(new Verdict.Unchecked(Verdict.Reason.UNKNOWN_RULE_SET));
    }

    @Test
    void saysTheSameInWhateverOrderTheRulesWereGiven() {
        var reversed = RuleSet.release(
                DRAFTS.version(),
                Purpose.DRAFTS,
                DRAFTS.released(),
                DRAFTS.releasedBy(),
                DRAFTS.rules().reversed(),
                DRAFTS.entries().reversed(),
                DRAFTS.contexts().reversed(),
                DRAFTS.serviceNumbers());
        var content = post("网络赌场百家乐赌博，刷单返利骗局，6222 620102199001010070 扫码下单");

        assertThat(new Checker(faults::add).check(content, reversed))
                .isEqualTo(new Checker(faults::add).check(content, DRAFTS));
    }

    @Test
    void asksOfATermOnlyOnTheDaysItIsValid() {
        var rules = rules("words,今日,2026-11-01,2026-11-30\n", "2026-11-24.1", "rule,term,from,until\n");

        assertThat(findings(on("2026-10-31"), rules)).isEmpty();
        assertThat(findings(on("2026-11-01"), rules)).hasSize(1);
        assertThat(findings(on("2026-11-30"), rules)).hasSize(1);
        assertThat(findings(on("2026-12-01"), rules)).isEmpty();
    }

    @Test
    void findsATermToBeTakenExactlyOnlyAsItIs() {
        var rules = rules("words,内部资料,exact\n", "2026-11-24.1", "rule,term,spelling\n");

        assertThat(findings(post("內部資料"), rules)).hasSize(1);
        assertThat(findings(post("内*部资料"), rules)).isEmpty();
    }

    @Test
    void reportsALongerTermAndNotTheShorterOneInside() {
        var rules = rules("words,博彩\nwords,博彩平台\nwords,平台网\n", "2026-11-24.1");

        assertThat(findings(post("博彩平台网站和博彩"), rules))
                .extracting(Finding::matched)
                .containsExactly("博彩平台", "平台网", "博彩");
    }

    @Test
    void keepsTheGravestOfTooManyFindingsAndCountsTheRest() {
        var content = post("独一无二，".repeat(500) + "赌博");

        var verdict = (Verdict.Checked) checker.check(content, DRAFTS);

        assertThat(verdict.findings()).hasSize(Checker.MOST_FINDINGS);
        assertThat(verdict.omitted()).isEqualTo(401);
        assertThat(verdict.findings().getLast().severity()).isEqualTo(Severity.BLOCK);
        assertThat(verdict.blocks()).isTrue();
    }

    @Nested
    class WhatCannotBeChecked {
        @Test
        void isUncheckedWhereNoRuleSetIsInForce() {
            var checks = new CheckContent(checker, _ -> Optional.empty(), _ -> Optional.empty());

            assertThat(checks.check(post("赌博"))).isEqualTo(new Verdict.Unchecked(Verdict.Reason.NO_RULE_SET));
        }

        @Test
        void isUncheckedWhereItIsTooLong() {
            var half = "多".repeat(Checker.LONGEST / 2 + 1);

            assertThat(checker.check(post(half, half), DRAFTS))
                    .isEqualTo(new Verdict.Unchecked(Verdict.Reason.TOO_LONG));
        }

        @Test
        void isUncheckedByTheRulesOfTheOtherPurpose() {
            assertThat(checker.check(post("赌博"), COMMENTS)).isEqualTo(unusable());
            assertThat(checker.check(comment("赌博"), DRAFTS)).isEqualTo(unusable());
        }

        @Test
        void isUncheckedByRulesThisProgramDoesNotKnowAndTheFaultIsTold() {
            assertThat(checker.check(post("赌博"), rules("words,***\n", "2026-11-24.1")))
                    .isEqualTo(unusable());
            assertThat(faults).hasSize(1);
        }

        private Verdict unusable() {
            return new Verdict.Unchecked(Verdict.Reason.UNUSABLE_RULE_SET);
        }
    }

    private static Content on(String day) {
        return new Content.Post("convenience", List.of("今日多云"), new Content.Facts(LocalDate.parse(day), Set.of()));
    }

    private static RuleSet rules(String terms, String version) {
        return rules(terms, version, "rule,term\n");
    }

    private static RuleSet rules(String terms, String version, String header) {
        var files = Map.of("rules.csv", RULE, "terms.csv", header + terms);
        return PackReader.read(file -> Optional.ofNullable(files.get(file)))
                .release(new RuleSetVersion(version), Purpose.DRAFTS, Rules.RELEASED, "staff:1");
    }
}
