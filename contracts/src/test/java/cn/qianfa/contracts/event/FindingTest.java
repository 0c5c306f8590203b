package cn.qianfa.contracts.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qianfa.contracts.delivery.EventJson;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Findings have gained fields: verdicts with them and without them are read alike. */
class FindingTest {
    @Test
    void ofAnOlderVerdictHasNeitherTermNorEnglish() {
        var older = EventJson.read(Sample.of(DraftChecked.class).bytes(), DraftChecked.class);

        assertThat(older.findings())
                .allSatisfy(finding -> assertThat(finding.matched()).isNull())
                .allSatisfy(finding -> assertThat(finding.english()).isNull());
    }

    @Test
    void travelsWithItsTermAndItsEnglish() {
        var finding = new Finding(
                "gambling",
                "A10-6",
                "BLOCK",
                0,
                3,
                6,
                "散布赌博信息",
                "删去",
                List.of("跳过空格"),
                "赌博",
                new Finding.English("spreads gambling", "delete it", List.of("spaces skipped")));
        var checked = new DraftChecked("draft", 1, "hash", "rules", "hash", List.of(finding), null, Instant.EPOCH);

        assertThat(EventJson.read(EventJson.write(checked), DraftChecked.class)).isEqualTo(checked);
    }

    @Test
    void leavesOutWhatItDoesNotHave() {
        var finding = new Finding("gambling", "A10-6", "BLOCK", 0, 3, 6, "散布赌博信息", "删去", List.of(), null, null);
        var checked = new DraftChecked("draft", 1, "hash", "rules", "hash", List.of(finding), null, Instant.EPOCH);

        assertThat(new String(EventJson.write(checked), UTF_8)).doesNotContain("null", "english", "matched");
    }
}
