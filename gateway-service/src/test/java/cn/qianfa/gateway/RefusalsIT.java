package cn.qianfa.gateway;

import static cn.qianfa.gateway.running.RunningGateway.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.qianfa.contracts.identity.Role;
import cn.qianfa.gateway.running.Behind;
import cn.qianfa.gateway.running.Browser;
import cn.qianfa.gateway.running.Json;
import cn.qianfa.gateway.running.RunningGateway;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every problem the gateway itself can answer, each seen once over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusalsIT {
    private static final Duration A_MINUTE = Duration.ofSeconds(60);
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    private final RunningGateway gateway = RunningGateway.start(Map.of(
            "qianfa.gateway.services.content-rules",
            "http://127.0.0.1:" + portNobodyListensOn(),
            "qianfa.gateway.services.answer",
            "1s"));
    private final Browser admin = gateway.admin();
    private final Browser drafter = gateway.signedIn(admin, "drafter", "district", Role.DRAFTER);

    private static int portNobodyListensOn() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    @AfterEach
    void sayPlainly() {
        gateway.approval().saysPlainly();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "\"name\"", "{\"name\":{\"$ne\":null}}"})
    void malformed(String body) {
        isRefused(gateway.browser().send(post(gateway.browser(), "/api/v1/session", body)), 400, "malformed");
    }

    @Test
    void malformedWhereItIsNotUtf8() {
        var bytes = new byte[] {'{', '"', 'n', '"', ':', '"', (byte) 0xC3, (byte) 0x28, '"', '}'};
        var request =
                traced(Browser.json(gateway.browser().bare("/api/v1/session"))).POST(BodyPublishers.ofByteArray(bytes));

        isRefused(gateway.browser().send(request), 400, "malformed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/drafts/a;b", "/api/v1/drafts/a%2Fb", "/api/v1//drafts", "/api/v1/drafts/%00"})
    void malformedWhereTheAddressIs(String path) {
        var answer = drafter.send(traced(drafter.request(path)));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).doesNotContainIgnoringCase("tomcat", "spring", "exception");
    }

    @Test
    void notSignedIn() {
        isRefused(gateway.browser().send(traced(gateway.browser().bare("/api/v1/me"))), 401, "not-signed-in");
    }

    @Test
    @Tag("check-22")
    void csrf() {
        isRefused(drafter.send(traced(drafter.bare("/api/v1/session")).DELETE()), 403, "csrf");
    }

    @Test
    void notPermitted() {
        isRefused(drafter.send(post(drafter, "/api/v1/staff/admin/activation-code", "")), 403, "not-permitted");
    }

    @Test
    void notFound() {
        isRefused(drafter.send(traced(drafter.request("/api/v1/nothing"))), 404, "not-found");
        isRefused(admin.send(post(admin, "/api/v1/staff/nobody/activation-code", "")), 404, "not-found");
    }

    @Test
    void methodNotAllowedNamesThoseThatAre() {
        var answer = drafter.send(
                traced(Browser.json(drafter.request("/api/v1/session"))).PUT(BodyPublishers.ofString("{}")));

        isRefused(answer, 405, "method-not-allowed");
        assertThat(String.join(",", answer.headers().allValues("Allow")).split(","))
                .extracting(String::strip)
                .containsExactlyInAnyOrder("GET", "POST", "DELETE");
    }

    @Test
    void notAcceptable() {
        isRefused(
                drafter.send(traced(drafter.request("/api/v1/me")).header("Accept", "text/html")),
                406,
                "not-acceptable");
    }

    @Test
    void tooLarge() {
        isRefused(drafter.send(post(drafter, "/api/v1/drafts", "x".repeat(256 * 1024 + 1))), 413, "too-large");
    }

    @Test
    void unsupportedMedia() {
        var request = traced(drafter.request("/api/v1/drafts"))
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("{}"));

        isRefused(drafter.send(request), 415, "unsupported-media");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\":\"a\"}                                        | password",
                "{\"password\":\"b\"}                                    | name",
                "{\"name\":\"a\",\"password\":\"b\",\"$where\":\"1\"}    | $where"
            })
    void invalidNamesTheField(String body, String field) {
        var answer = gateway.browser().send(post(gateway.browser(), "/api/v1/session", body));

        isRefused(answer, 422, "invalid");
        assertThat(Json.read(answer.body()).path("errors").path(0).path("field").asString())
                .isEqualTo(field);
    }

    @Test
    void keyReused() {
        gateway.registry().appoints("again", "district", Role.DRAFTER);
        var issued = await().atMost(A_MINUTE)
                .until(() -> admin.activationCode("again"), answer -> answer.statusCode() == 201);
        var code = Json.text(issued.body(), "activationCode");

        assertThat(activate(code, PASSWORD).statusCode()).isEqualTo(200);
        assertThat(activate(code, PASSWORD).statusCode()).as("the same again").isEqualTo(200);
        isRefused(activate(code, PASSWORD + "!"), 422, "key-reused");
    }

    private HttpResponse<String> activate(String code, String password) {
        var body = "{\"activationCode\":\"%s\",\"password\":\"%s\"}".formatted(code, password);
        return gateway.browser()
                .send(traced(gateway.browser().bare("/api/v1/credentials"))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", "once")
                        .POST(BodyPublishers.ofString(body)));
    }

    @Test
    void tooManyRequestsSaysWhenToTryAgain() {
        var wrong = "{\"name\":\"nobody-here\",\"password\":\"wrong\"}";
        var browser = gateway.browser();

        var answer = await().atMost(A_MINUTE)
                .until(
                        () -> browser.send(post(browser, "/api/v1/session", wrong)),
                        refused -> refused.statusCode() == 429);

        isRefused(answer, 429, "too-many-requests");
        assertThat(answer.headers().firstValueAsLong("Retry-After").orElse(0)).isPositive();
    }

    @Test
    void unavailableWhereNobodyListens() {
        isUnavailable(drafter.send(post(drafter, "/api/v1/checks", "{\"text\":\"x\"}")));
    }

    @Test
    void unavailableWhereNobodyAnswersInTime() {
        gateway.approval().says(_ -> gateway.approval().waitForTheEnd());

        isUnavailable(drafter.send(traced(drafter.request("/api/v1/drafts"))));
    }

    @Test
    void failureWhereAServiceAnswersNonsense() {
        gateway.approval().says(exchange -> {
            exchange.getResponseHeaders().set("Location", "http://[");
            Behind.write(exchange, 201, "");
        });

        isRefused(drafter.send(traced(drafter.request("/api/v1/drafts"))), 500, "failure");
    }

    @Test
    void aQueryParameterNobodyKnowsIsPassedOver() {
        assertThat(drafter.get("/api/v1/me?utm_source=mail").statusCode()).isEqualTo(200);
    }

    private static void isUnavailable(HttpResponse<String> answer) {
        isRefused(answer, 503, "unavailable");
        assertThat(answer.headers().firstValue("Retry-After")).contains("2");
    }

    private static HttpRequest.Builder post(Browser browser, String path, String body) {
        return traced(Browser.json(browser.request(path))).POST(BodyPublishers.ofString(body));
    }

    private static HttpRequest.Builder traced(HttpRequest.Builder request) {
        return request.header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01");
    }

    private static void isRefused(HttpResponse<String> answer, int status, String problem) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        var said = Json.read(answer.body());
        assertThat(said.path("type").asString()).isEqualTo("urn:problem:" + problem);
        assertThat(said.path("status").asInt()).isEqualTo(status);
        assertThat(said.path("title").asString()).isNotBlank();
        assertThat(said.path("detail").asString()).isNotBlank();
        assertThat(said.path("traceId").asString()).isEqualTo(TRACE);
        assertThat(answer.body()).doesNotContain("Exception", "tools.jackson", "cn.qianfa", "127.0.0.1");
    }
}
