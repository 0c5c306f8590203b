package cn.qianfa.rules.engine;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.Tag;

/** Whatever text is checked, the engine answers in a number of steps its length allows, and points into that text. */
class EngineFuzzTest {
    private static final int STEPS_PER_CHARACTER = 120;

    private final CompiledRules drafts = CompiledRules.of(Rules.DRAFTS);
    private final CompiledRules comments = CompiledRules.of(Rules.COMMENTS);

    @FuzzTest
    @Tag("check-25")
    void everyTextIsCheckedInBoundedSteps(byte[] bytes) {
        var text = new String(bytes, UTF_16BE);

        answers(drafts, Rules.post(text), text);
        answers(comments, Rules.comment(text), text);
    }

    private static void answers(CompiledRules rules, Content content, String text) {
        var examined = rules.examine(content);

        assertThat(examined.steps()).isLessThanOrEqualTo((long) STEPS_PER_CHARACTER * (text.length() + 1));
        assertThat(examined.findings())
                .allSatisfy(finding -> assertThat(finding.start())
                        .isNotNegative()
                        .isLessThan(finding.end())
                        .isLessThan(text.length()))
                .allSatisfy(finding -> assertThat(finding.end()).isLessThanOrEqualTo(text.length()));
    }
}
