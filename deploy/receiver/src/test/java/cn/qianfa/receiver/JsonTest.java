package cn.qianfa.receiver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    @Test
    void readsEverythingJsonHas() {
        var read = Json.read("""
                 {"a": [1, -2.5e1, true, false], "b": {"": "值班\\n\\"\\u503C\\/"}, "c": [], "d": {} }
                """);

        assertThat(read)
                .isEqualTo(Map.of(
                        "a", List.of(1.0, -25.0, true, false),
                        "b", Map.of("", "值班\n\"值/"),
                        "c", List.of(),
                        "d", Map.of()));
        assertThat(Json.read("null")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[1,]",
                "{\"a\":1,}",
                "{\"a\"}",
                "{a:1}",
                "01",
                "1.",
                "tru",
                "\"\n\"",
                "\"\\x\"",
                "\"\\u12g4\"",
                "\"",
                "[1] 2",
                "[1 2]",
                "'a'"
            })
    void refusesWhatIsNone(String text) {
        assertThatThrownBy(() -> Json.read(text)).isInstanceOf(Json.Malformed.class);
    }

    @Test
    void doesNotFollowAnEndlessNest() {
        assertThatThrownBy(() -> Json.read("[".repeat(100_000))).isInstanceOf(Json.Malformed.class);
    }
}
