package cn.qianfa.rules.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.qianfa.rules.ruleset.Article;
import cn.qianfa.rules.ruleset.Entry;
import cn.qianfa.rules.ruleset.Purpose;
import cn.qianfa.rules.ruleset.RuleSetVersion;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("article-10")
class PackReaderTest {
    private static final String RULES = """
            id,article,severity,owner,why_zh,why_en,remedy_zh,remedy_en
            gambling,A10-6,block,district,"赌博,不得散布","no ""gambling\""",删去,delete
            """;

    @Test
    void readsTablesAsASpreadsheetWritesThem() {
        var terms =
                "\uFEFFrule,term,spelling,until,contexts\r\ngambling,赌博,exact,2026-12-31,\r\n\r\n,,\r\ngambling,bet\r\n";

        var pack = read(Map.of("rules.csv", RULES, "terms.csv", terms));

        assertThat(pack.rules().getFirst().explanation().zh()).isEqualTo("赌博,不得散布");
        assertThat(pack.rules().getFirst().explanation().en()).isEqualTo("no \"gambling\"");
        var until = new Entry.Validity(Entry.Validity.ALWAYS.from(), LocalDate.of(2026, 12, 31));
        assertThat(pack.entries())
                .containsExactly(
                        new Entry.Term(
                                "赌博", "gambling", Entry.Spelling.EXACT, Entry.Boundary.ANYWHERE, until, List.of()),
                        new Entry.Term(
                                "bet",
                                "gambling",
                                Entry.Spelling.DISGUISED,
                                Entry.Boundary.WORD,
                                Entry.Validity.ALWAYS,
                                List.of()));
    }

    @Test
    void namesFileAndLineOfWhatItRefuses() {
        assertThatThrownBy(() -> read(Map.of("terms.csv", "rule,term\ngambling,赌博\ngambling,\n")))
                .hasMessage("terms.csv line 3: term: '' (expected: 1 to 60 characters)");
        assertThatThrownBy(() -> read(Map.of("rules.csv", RULES.replace("block", "kill"))))
                .hasMessage(
                        "rules.csv line 2: Severity: kill (expected: one of [NOTE, WARN, BLOCK], in small letters)");
        assertThatThrownBy(() -> read(Map.of("terms.csv", "rule,word\n")))
                .hasMessageStartingWith("terms.csv: column word");
        assertThatThrownBy(() -> read(Map.of("terms.csv", "rule,term,until\ng,赌博,31.12.2026\n")))
                .hasMessageStartingWith("terms.csv line 2: ");
        assertThatThrownBy(() -> read(Map.of("terms.csv", "rule,term\n\"gambling\n")))
                .hasMessageContaining("open quotation mark");
    }

    @Test
    void shipsPacksThatCanBeReleased() {
        var version = new RuleSetVersion("2026-11-24.1");

        var drafts = ShippedPacks.drafts().release(version, Purpose.DRAFTS, Instant.EPOCH, "staff:1");
        var comments = ShippedPacks.comments().release(version, Purpose.COMMENTS, Instant.EPOCH, "staff:1");

        assertThat(drafts.rules()).extracting(rule -> rule.article().value()).contains("A10-6", "A10-7", "A10-9");
        assertThat(comments.rules())
                .noneMatch(rule -> rule.id().contains("critic") || rule.id().contains("negative"));
    }

    @Test
    void shipsNoTermForProhibitionsWhichNeedAJudgementOfOpinion() {
        var judged = List.of("A10-1", "A10-2", "A10-3", "A10-4", "A10-5", "A10-8", "A10-10", "A10-11");

        var pack = ShippedPacks.drafts();

        var rules = pack.rules().stream()
                .filter(rule -> judged.contains(rule.article().value()));
        assertThat(rules)
                .extracting(rule -> rule.article())
                .containsExactlyInAnyOrderElementsOf(
                        judged.stream().map(Article::new).toList());
        assertThat(pack.entries())
                .noneMatch(entry -> pack.rules().stream()
                        .anyMatch(rule -> rule.id().equals(entry.rule())
                                && judged.contains(rule.article().value())));
    }

    private static RulePack read(Map<String, String> files) {
        return PackReader.read(file -> Optional.ofNullable(files.get(file)));
    }
}
