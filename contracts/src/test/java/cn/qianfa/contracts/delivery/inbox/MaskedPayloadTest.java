package cn.qianfa.contracts.delivery.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An administrator sees no draft and no citizen's words, not even where an event of them is stuck. */
class MaskedPayloadTest {
    private static final byte[] COMMENT = """
            {"comment":"01a2","unit":"health","at":"2026-11-24T01:00:00Z","score":0.7,"flag":null,
            "text":"13800138000","posts":["第一条","two"],"reasons":[{"kind":"intent","seen":["骗子"]}],
            "by":{"staff":"duty.health"},"note":"请尽快答复"}""".getBytes(UTF_8);

    @Test
    @Tag("check-31")
    void showsIdsNumbersTimesAndStatesAndNoWords() {
        assertThat(MaskedPayload.of(COMMENT))
                .isEqualTo("{\"comment\":\"01a2\",\"unit\":\"health\",\"at\":\"2026-11-24T01:00:00Z\",\"score\":0.7,"
                        + "\"flag\":null,\"text\":\"▒11\",\"posts\":[\"▒3\",\"▒3\"],"
                        + "\"reasons\":[{\"kind\":\"intent\",\"seen\":[\"▒2\"]}],"
                        + "\"by\":{\"staff\":\"duty.health\"},\"note\":\"▒5\"}");
    }

    @Test
    void keepsTheWordsBehindAMaskThatComesBackInItsPlace() {
        var edited = MaskedPayload.of(COMMENT).replace("\"unit\":\"health\"", "\"unit\":\"education\"");

        assertThat(MaskedPayload.filled(edited, COMMENT))
                .contains("\"unit\":\"education\"")
                .contains("\"text\":\"13800138000\"")
                .contains("\"posts\":[\"第一条\",\"two\"]")
                .contains("\"seen\":[\"骗子\"]")
                .contains("\"note\":\"请尽快答复\"");
    }

    @Test
    void takesWhatIsWrittenInItsPlaceForWhatIsMeant() {
        assertThat(MaskedPayload.filled("{\"text\":\"新的\",\"more\":\"▒11\"}", COMMENT))
                .isEqualTo("{\"text\":\"新的\",\"more\":\"▒11\"}");
    }

    @Test
    void showsOfBytesThatAreNoJsonNothingThatMayBeWords() {
        var cut = "{\"comment\":\"01a2\",\"text\":\"一群 liars\",\"note\":\"请尽".getBytes(UTF_8);

        assertThat(MaskedPayload.of(cut)).isEqualTo("{\"comment\":\"01a2\",\"text\":\"▒\",\"note\":\"▒\"");
        assertThat(MaskedPayload.of("不是 JSON".getBytes(UTF_8))).isEqualTo("▒▒ JSON");
        assertThat(MaskedPayload.filled("{\"text\":\"▒3\"}", cut)).isEqualTo("{\"text\":\"▒3\"}");
    }

    @Test
    void showsNoFieldOfWordsWhoseFormIsThatOfAnIdEvenWhereTheEventWasCutOff() {
        var cut = "{\"comment\":\"01a2\",\"posts\" : [\"13800138000\"],\"text\":\"13800138".getBytes(UTF_8);

        assertThat(MaskedPayload.of(cut)).isEqualTo("{\"comment\":\"01a2\",\"posts\" : [\"▒\"],\"text\":\"▒\"");
    }
}
