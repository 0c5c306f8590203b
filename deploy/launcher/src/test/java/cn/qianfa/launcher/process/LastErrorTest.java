package cn.qianfa.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LastErrorTest {
    @Test
    void isTheReasonASpringApplicationReports() {
        var report = """
                {"@timestamp":"2026-11-24T08:00:00Z","log":{"level":"ERROR"},"message":"\\n\\n***\\nAPPLICATION FAILED TO \
                START\\n***\\n\\nDescription:\\n\\nWeb server failed to start. Port 8081 was already in use.\\n\\nAction:\\n"}""";

        assertThat(LastError.in(List.of(report, "{\"log\":{\"level\":\"INFO\"},\"message\":\"bye\"}")))
                .contains("Web server failed to start. Port 8081 was already in use.");
    }

    @Test
    void isTheLastOfSeveral() {
        assertThat(LastError.in(List.of(
                        "{\"log.level\":\"ERROR\",\"message\":\"first\"}",
                        "{\"log\":{\"level\":\"ERROR\"},\"message\":\"last\",\"error\":{\"message\":\"no route\"}}",
                        "{\"log\":{\"level\":\"WARN\"},\"message\":\"only a warning\"}")))
                .contains("last: no route");
    }

    @Test
    void isTheSentenceOfTheBrokerOrTheStore() {
        assertThat(LastError.in(List.of("broker: port 9092 on 127.0.0.1 cannot be opened", "some more")))
                .contains("broker: port 9092 on 127.0.0.1 cannot be opened");
    }

    @Test
    void isWhatTheVirtualMachineSays() {
        assertThat(LastError.in(List.of("Error: Could not find or load main class cn.qianfa.None")))
                .contains("Error: Could not find or load main class cn.qianfa.None");
    }

    @Test
    void isNoneWhereNothingWentWrong() {
        assertThat(LastError.in(List.of("broker listening on 127.0.0.1:9092", "{\"cut off")))
                .isEmpty();
    }
}
