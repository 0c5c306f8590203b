package cn.qianfa.approval.site.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.Tag;

/** Whatever people wrote stands on a page as text. */
class MarkupFuzzTest {
    @FuzzTest
    @Tag("check-12")
    void noTextBeginsATagOrEndsAnAttribute(byte[] bytes) {
        var text = new String(bytes, UTF_8);

        assertThat(Markup.escaped(text)).doesNotContain("<", ">", "\"", "'");
        assertThat(Markup.paragraphs(text).replaceAll("</?p>|<br>", "")).doesNotContain("<", ">", "\"", "'");
    }
}
