package cn.qianfa.approval.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qianfa.contracts.identity.Role;
import com.code_intelligence.jazzer.junit.FuzzTest;

/** Whatever is sent is read as what was asked for, or refused as a bad request that names what is wrong. */
class IncomingFuzzTest {
    private static final int LONGEST = 500;

    @FuzzTest
    void aBodyIsAFormOrABadRequest(byte[] body) {
        try {
            var form = JsonForm.of(body);
            var text = form.text("text", LONGEST);
            form.choice("role", Role.class);
            form.choices("roles", Role.class);
            form.texts("accounts", 3);
            form.instantIfAny("at");
            form.forms("spans", 3).forEach(span -> span.text("why", LONGEST));
            form.end();
            assertThat(text).isNotBlank();
            assertThat(text.codePointCount(0, text.length())).isLessThanOrEqualTo(LONGEST);
        } catch (BadRequest e) {
            assertThat(e.problem()).isIn(Problem.MALFORMED, Problem.INVALID);
            assertThat(e.breaches())
                    .allSatisfy(breach -> assertThat(breach.value() == null ? "" : breach.value())
                            .hasSizeLessThanOrEqualTo(101));
        }
    }

    @FuzzTest
    void aPartOfAListIsAskedForOrABadRequest(byte[] query) {
        var asked = new String(query, UTF_8);
        try {
            assertThat(Window.of(asked, asked).limit()).isBetween(1, 200);
        } catch (BadRequest e) {
            assertThat(e.problem()).isEqualTo(Problem.INVALID);
        }
    }
}
