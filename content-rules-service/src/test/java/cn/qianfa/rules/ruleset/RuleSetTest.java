package cn.qianfa.rules.ruleset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("article-10")
class RuleSetTest {
    private static final Rule RULE = rule("gambling", Severity.BLOCK);
    private static final Entry SOME = term("赌博");
    private static final Entry OTHER = term("赌场");

    @Test
    void hasTheSameHashInAnyOrderAndUnderAnyVersion() {
        var one = released("2026-11-24.1", List.of(RULE), List.of(SOME, OTHER));
        var two = released("2026-12-01.3", List.of(RULE), List.of(OTHER, SOME));

        assertThat(two.hash()).isEqualTo(one.hash()).matches("[0-9a-f]{64}");
    }

    @Test
    void hasAnotherHashWhenAnythingAVerdictDependsOnIsChanged() {
        var rules = released("2026-11-24.1", List.of(RULE), List.of(SOME));
        var milder = released("2026-11-24.1", List.of(rule("gambling", Severity.WARN)), List.of(SOME));
        var shorter = new Entry.Validity(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31));
        var dated =
                new Entry.Term("赌博", "gambling", Entry.Spelling.DISGUISED, Entry.Boundary.ANYWHERE, shorter, List.of());

        assertThat(milder.hash()).isNotEqualTo(rules.hash());
        assertThat(released("2026-11-24.1", List.of(RULE), List.of(dated)).hash())
                .isNotEqualTo(rules.hash());
    }

    @Test
    void isRefusedWhenItsContentsWereAlteredAfterTheRelease() {
        var rules = released("2026-11-24.1", List.of(RULE), List.of(SOME));

        assertThatThrownBy(() -> new RuleSet(
                        rules.version(),
                        rules.purpose(),
                        rules.released(),
                        rules.releasedBy(),
                        rules.rules(),
                        List.of(OTHER),
                        rules.contexts(),
                        rules.serviceNumbers(),
                        rules.hash()))
                .hasMessageStartingWith("hash: " + rules.hash() + " (expected: ");
    }

    @Test
    void isRefusedWithATermOfNoRule() {
        assertThatThrownBy(() -> released("2026-11-24.1", List.of(), List.of(SOME)))
                .hasMessage("rule: gambling (expected: one of this rule set)");
    }

    @Test
    void isRefusedWithTheSameTermTwiceInARule() {
        assertThatThrownBy(() -> released("2026-11-24.1", List.of(RULE), List.of(SOME, SOME)))
                .hasMessage("entry: gambling term 赌博 (expected: only once)");
    }

    @Test
    @Tag("article-12")
    void isRefusedForCommentsWhenARuleBlocks() {
        assertThatThrownBy(() -> RuleSet.release(
                        new RuleSetVersion("2026-11-24.1"),
                        Purpose.COMMENTS,
                        Instant.EPOCH,
                        "staff:1",
                        List.of(RULE),
                        List.of(SOME),
                        List.of(),
                        Set.of()))
                .hasMessageContaining("a machine only flags");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-24", "2026-13-01.1", "2026-11-24.0", "x"})
    void isNotNamedWithoutADateAndANumber(String version) {
        assertThatThrownBy(() -> new RuleSetVersion(version)).hasMessageStartingWith("version: " + version);
    }

    @Test
    void isOrderedByDateAndThenByNumber() {
        var versions = List.of("2026-11-24.10", "2026-11-24.9", "2026-01-31.11");

        assertThat(versions.stream().map(RuleSetVersion::new).sorted().map(RuleSetVersion::value))
                .containsExactly("2026-01-31.11", "2026-11-24.9", "2026-11-24.10");
    }

    @ParameterizedTest
    @CsvSource({"A10-9,第十条第九项", "A13,第十三条", "A10-11,第十条第十一项"})
    void namesItsArticleAsAnOfficialDoes(String article, String chinese) {
        assertThat(new Article(article).inChinese()).isEqualTo(chinese);
    }

    private static RuleSet released(String version, List<Rule> rules, List<Entry> entries) {
        return RuleSet.release(
                new RuleSetVersion(version),
                Purpose.DRAFTS,
                Instant.parse("2026-11-24T00:00:00Z"),
                "staff:1",
                rules,
                entries,
                List.of(),
                Set.of());
    }

    private static Rule rule(String id, Severity severity) {
        var wording = new Wording("说明", "text");
        return new Rule(id, new Article("A10-6"), severity, severity, Urgency.ROUTINE, "district", wording, wording);
    }

    private static Entry term(String text) {
        return new Entry.Term(
                text, "gambling", Entry.Spelling.DISGUISED, Entry.Boundary.ANYWHERE, Entry.Validity.ALWAYS, List.of());
    }
}
