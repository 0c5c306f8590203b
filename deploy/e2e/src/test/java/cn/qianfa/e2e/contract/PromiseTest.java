package cn.qianfa.e2e.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.qianfa.e2e.contract.Promise.Answer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What keeps the promise passes, whatever breaks it is named. */
class PromiseTest {
    private static final String JSON = "application/json";
    private static final String PROBLEM = "application/problem+json";
    private static final String TRACE = "\"traceId\":\"0af7651916cd43dd8448eb211c80319c\"";
    private static final String UNIT =
            "{\"id\":\"health\",\"version\":1,\"name\":\"卫生健康局\",\"at\":\"2026-11-24T08:00:00Z\"}";
    private static final Map<String, List<String>> TAG = Map.of("etag", List.of("\"1\""));

    /** On every answer that got so far as to be counted. */
    private static final Map<String, List<String>> LIMITS =
            Map.of("RateLimit", List.of("\"person\";r=599;t=1"), "RateLimit-Policy", List.of("\"person\";q=600;w=60"));

    private final Promise promise = Promise.served();

    @Test
    void aGoodAnswerPassesAndIsCounted() {
        var before = promise.unvisited();

        answer("GET", "/api/v1/units/health?x=1", 200, "application/json;charset=UTF-8", TAG, UNIT);

        assertThat(before).contains(new Answer("readUnit", 200));
        assertThat(promise.unvisited())
                .doesNotContain(new Answer("readUnit", 200))
                .hasSize(before.size() - 1);
    }

    @Test
    void aBrokenPromiseIsNotCountedAsSeen() {
        broken("GET", "/api/v1/units/health", 200, JSON, TAG, "{}");

        assertThat(promise.unvisited()).contains(new Answer("readUnit", 200));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"id\":\"health\",\"version\":\"1\",\"name\":\"n\",\"at\":\"2026-11-24T08:00:00Z\"} | /version",
                "{\"id\":\"health\",\"version\":1,\"name\":null,\"at\":\"2026-11-24T08:00:00Z\"} | /name",
                "{\"id\":\"health\",\"version\":1,\"name\":\"n\",\"at\":\"yesterday\"} | /at",
                "{\"id\":\"HEALTH\",\"version\":1,\"name\":\"n\",\"at\":\"2026-11-24T08:00:00Z\"} | /id",
                "{\"id\":\"health\",\"version\":1,\"at\":\"2026-11-24T08:00:00Z\"} | name",
                "{\"id\":\"health\",\"version\":1,\"name\":\"n\",\"at\":\"2026-11-24T08:00:00Z\",\"phone\":\"1\"} | phone",
                "[] | object",
                "{ | JSON in UTF-8"
            })
    void aBodyThatIsNotAsPromisedIsNamedWithItsPlace(String body, String place) {
        var error = broken("GET", "/api/v1/units/health", 200, JSON, TAG, body);

        assertThat(error).hasMessageContainingAll("GET /api/v1/units/health -> 200 (readUnit)", place);
    }

    @Test
    void aFieldNobodyPromisedIsFoundDeepInside() {
        var list = "{\"items\":[%s],\"next\":null}";

        answer("GET", "/api/v1/units", 200, JSON, Map.of(), list.formatted(UNIT));
        broken("GET", "/api/v1/units", 200, JSON, Map.of(), list.formatted(UNIT.replace("{", "{\"phone\":\"1\",")));
    }

    @Test
    void anotherStatusContentTypeOrOperationIsNamed() {
        assertThat(broken("GET", "/api/v1/units/health", 418, JSON, TAG, UNIT)).hasMessageContaining("this status");
        assertThat(broken("GET", "/api/v1/units/health", 200, "text/html", TAG, UNIT))
                .hasMessageContainingAll("content type text/html", "promised: [application/json]");
        assertThat(broken("GET", "/api/v1/units/health", 200, null, TAG, UNIT))
                .hasMessageContaining("content type null");
        assertThat(broken("PATCH", "/api/v1/units/health", 200, JSON, TAG, UNIT))
                .hasMessageContaining("not promised at all");
        assertThat(broken("GET", "/api/v1/nothing", 200, JSON, TAG, UNIT)).hasMessageContaining("not promised at all");
    }

    @Test
    void aHeaderThatIsAlwaysThereIsMissed() {
        assertThat(broken("GET", "/api/v1/units/health", 200, JSON, Map.of(), UNIT))
                .hasMessageContaining("header ETag is missing");
        assertThat(broken("GET", "/api/v1/units/health", 200, JSON, Map.of("ETag", List.of("1")), UNIT))
                .hasMessageContaining("header ETag: 1");
    }

    @Test
    void anAnswerThatDoesNotSayWhatIsLeftIsNamed() {
        assertThatThrownBy(() -> promise.mustAllow("GET", "/api/v1/units/health", 200, JSON, TAG, UNIT.getBytes(UTF_8)))
                .hasMessageContaining("header RateLimit is missing");
        assertThat(broken("GET", "/api/v1/me", 429, PROBLEM, Map.of(), problem("too-many-requests", 429, "")))
                .hasMessageContaining("header Retry-After is missing");
        answer(
                "GET",
                "/api/v1/me",
                429,
                PROBLEM,
                Map.of("Retry-After", List.of("1")),
                problem("too-many-requests", 429, ""));
    }

    @Test
    void aProblemIsOneOfThoseThatArePromisedHereWithItsArticle() {
        answer(
                "POST",
                "/api/v1/drafts/d/sign-offs",
                403,
                PROBLEM,
                Map.of(),
                problem("duties-not-separate", 403, ",\"article\":\"A7\""));
        answer("POST", "/api/v1/drafts/d/sign-offs", 403, PROBLEM, Map.of(), problem("csrf", 403, ""));

        broken("POST", "/api/v1/drafts/d/sign-offs", 403, PROBLEM, Map.of(), problem("duties-not-separate", 403, ""));
        broken(
                "POST",
                "/api/v1/drafts/d/sign-offs",
                403,
                PROBLEM,
                Map.of(),
                problem("not-the-author", 403, ",\"article\":\"A7\""));
        broken("POST", "/api/v1/drafts/d/sign-offs", 403, PROBLEM, Map.of(), problem("csrf", 403, ",\"stack\":\"…\""));
        broken("POST", "/api/v1/drafts/d/sign-offs", 403, PROBLEM, Map.of(), problem("csrf", 404, ""));
    }

    @Test
    void unavailableSaysWhenToTryAgain() {
        var away = problem("unavailable", 503, "");

        answer("GET", "/api/v1/me", 503, PROBLEM, Map.of("retry-after", List.of("2")), away);
        broken("GET", "/api/v1/me", 503, PROBLEM, Map.of(), away);
    }

    @Test
    void whatHasNoBodyHasNone() {
        answer("PUT", "/api/v1/me/password", 204, null, Map.of(), "");
        broken("PUT", "/api/v1/me/password", 204, JSON, Map.of(), "{}");
    }

    @Test
    void theMostExactAddressIsMeant() {
        answer("GET", "/site/style.css", 200, "text/css", Map.of("Cache-Control", List.of("max-age=3600")), "body {}");
        assertThat(promise.unvisited())
                .doesNotContain(new Answer("readSiteStyle", 200))
                .contains(new Answer("readSite", 200));
    }

    private static String problem(String code, int status, String more) {
        return "{\"type\":\"urn:problem:%s\",\"title\":\"t\",\"status\":%d,\"detail\":\"d\",%s%s}"
                .formatted(code, status, TRACE, more);
    }

    private void answer(
            String method,
            String path,
            int status,
            @Nullable String contentType,
            Map<String, List<String>> headers,
            String body) {
        Map<String, List<String>> all = new HashMap<>(LIMITS);
        all.putAll(headers);
        promise.mustAllow(method, path, status, contentType, all, body.getBytes(UTF_8));
    }

    private AssertionError broken(
            String method,
            String path,
            int status,
            @Nullable String contentType,
            Map<String, List<String>> headers,
            String body) {
        var thrown = new AssertionError[1];
        assertThatThrownBy(() -> answer(method, path, status, contentType, headers, body))
                .isInstanceOfSatisfying(AssertionError.class, error -> thrown[0] = error);
        return thrown[0];
    }
}
