package cn.qianfa.contracts.delivery.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.qianfa.contracts.delivery.EventJson;
import cn.qianfa.contracts.event.CommentReceived;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

class WithoutWordsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"comment\":\"c1\",\"text\":我要投诉}",
                "{\"comment\":\"c1\",\"text\":liar}",
                "{\"comment\":\"c1\",\"at\":\"liar 我要投诉 13800138000\"}",
                "{\"comment\":\"c1\",\"text\":{\"liar\":\"我要投诉\"}}",
                "liar 我要投诉"
            })
    void tellWhereJsonIsWrongAndNothingThatStandsThere(String payload) {
        var thrown = catchThrowableOfType(
                JacksonException.class, () -> EventJson.read(payload.getBytes(UTF_8), CommentReceived.class));

        assertThat(thrown).isNotNull();
        assertThat(WithoutWords.place(thrown)).matches("line 1, column \\d+");
        assertThat(WithoutWords.place(thrown) + WithoutWords.field(thrown) + WithoutWords.told(thrown))
                .doesNotContain("liar", "投诉", "13800138000");
        assertThat(printed(WithoutWords.of(new IllegalStateException("a reaction failed", thrown))))
                .contains("IllegalStateException: a reaction failed", "Caused by: tools.jackson.")
                .contains("at cn.qianfa.contracts.delivery.EventJson.read")
                .doesNotContain("liar", "投诉", "13800138000");
    }

    @Test
    void keepWhatIsOfProgrammers() {
        assertThat(WithoutWords.masked("no draft 0190c7a2-5f5e-7a31-8c3b-0123456789ab to be checked"))
                .isEqualTo("no draft 0190c7a2-5f5e-7a31-8c3b-0123456789ab to be checked");
        assertThat(WithoutWords.masked("text: 骗子 13800138000 (expected: a sentence), not \"liar\"\nnext"))
                .isEqualTo("text: ▒ ▒ (expected: a sentence), not ▒ next");
        assertThat(WithoutWords.masked(null)).isEmpty();
    }

    private static String printed(Throwable thrown) {
        var printed = new StringWriter();
        thrown.printStackTrace(new PrintWriter(printed));
        return printed.toString();
    }
}
