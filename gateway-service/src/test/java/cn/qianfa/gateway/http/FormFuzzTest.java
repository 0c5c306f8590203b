package cn.qianfa.gateway.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qianfa.gateway.credential.ActivationCode;
import cn.qianfa.gateway.session.SessionToken;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import org.springframework.mock.web.MockHttpServletRequest;

/** Whatever a browser sends, a form, a cookie, a code or a trace is read as what it is or not at all. */
class FormFuzzTest {
    @FuzzTest
    void aFormHasTheFieldsThatAreWellWritten(byte[] body) throws IOException {
        var request = new MockHttpServletRequest();
        request.setContent(body);

        assertThat(Form.of(request).field("no-such-field")).isEmpty();
    }

    @FuzzTest
    void whatIsNoTokenCodeOrTraceIsNotReadAsOne(byte[] bytes) {
        var text = new String(bytes, UTF_8);
        var request = new MockHttpServletRequest();
        request.addHeader(Trace.HEADER, text);
        request.addHeader(IdempotencyKey.HEADER, text);

        assertThat(Trace.of(request).traceparent()).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
        IdempotencyKey.of(request).ifPresent(key -> assertThat(key).matches("[!-~]{1,128}"));
        SessionToken.read(text).ifPresent(token -> assertThat(token.value()).isEqualTo(text));
        ActivationCode.read(text).ifPresent(code -> assertThat(code).isNotNull());
    }
}
