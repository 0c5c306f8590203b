package cn.qianfa.monitoring.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qianfa.contracts.identity.Role;
import cn.qianfa.monitoring.comment.CommentText;
import com.code_intelligence.jazzer.junit.FuzzTest;

/** Whatever is sent is read as what was asked for, or refused as what it is. */
class IncomingFuzzTest {
    @FuzzTest
    void aBodyIsAFormOrABadRequest(byte[] body) {
        try {
            var form = JsonForm.of(body);
            form.choice("role", Role.class);
            form.texts("staff", 3);
            form.end();
        } catch (BadRequest e) {
            assertThat(e.problem()).isIn(Problem.MALFORMED, Problem.INVALID);
        }
    }

    @FuzzTest
    void aCommentIsATextOrItIsSaidWhyNot(byte[] sent) {
        var text = new String(sent, UTF_8);

        switch (CommentText.read(text)) {
            case CommentText.Read.Yes(var read) -> {
                assertThat(read.value()).doesNotContain("\r", "\u0000").isNotBlank();
                assertThat(CommentText.read(read.value())).isEqualTo(new CommentText.Read.Yes(read));
            }
            case CommentText.Read.No(var problem) -> assertThat(problem).isNotNull();
        }
    }
}
