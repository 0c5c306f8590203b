package cn.qianfa.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

/** Whoever is told that a part is away is told when to ask again, whatever tells them. */
class ComeAgainTest {
    private final Problems problems = new Problems(words(), JsonMapper.shared());
    private final MockHttpServletRequest request = new MockHttpServletRequest();

    private static ResourceBundleMessageSource words() {
        var words = new ResourceBundleMessageSource();
        words.setBasename("problems");
        words.setDefaultEncoding("UTF-8");
        words.setFallbackToSystemLocale(false);
        return words;
    }

    @Test
    void byAController() {
        assertThat(after(problems.answer(request, Problem.UNAVAILABLE))).isEqualTo("2");
    }

    @Test
    void byAFilter() throws Exception {
        var response = new MockHttpServletResponse();

        problems.write(request, response, Problem.UNAVAILABLE);

        assertThat(response.getHeader("Retry-After")).isEqualTo("2");
    }

    @Test
    void byAPage() {
        var page = new Page(problems).answer(request, 503, "sign-in", Map.of("notice", "", "name", "", "csrf", ""));

        assertThat(after(page)).isEqualTo("2");
    }

    @Test
    void butNotWhereItWouldBeRefusedAgain() {
        assertThat(after(problems.answer(request, Problem.NOT_FOUND))).isNull();
    }

    private static @Nullable String after(ResponseEntity<?> answer) {
        return answer.getHeaders().getFirst("Retry-After");
    }
}
