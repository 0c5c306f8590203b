package cn.qianfa.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qianfa.gateway.running.Browser;
import cn.qianfa.gateway.running.RunningGateway;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.core.io.ClassPathResource;

/** What somebody finds who has nothing but the address. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FirstLookIT {
    private final List<Integer> whileStarting = new ArrayList<>();
    private final RunningGateway gateway = RunningGateway.start(this::lookAtOnce);
    private final Browser browser = gateway.browser();

    @AfterAll
    void stop() {
        gateway.close();
    }

    /** The server listens, and the start is not over yet. */
    private void lookAtOnce(WebServerInitializedEvent listening) {
        if (listening.getApplicationContext().getServerNamespace() != null) {
            return; // the operators' port
        }
        var site = URI.create("http://127.0.0.1:" + listening.getWebServer().getPort() + "/site/health");
        try (var client = HttpClient.newHttpClient()) {
            whileStarting.add(client.send(HttpRequest.newBuilder(site).build(), BodyHandlers.discarding())
                    .statusCode());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void isPassedOnEvenWhileTheStartIsNotOver() {
        assertThat(whileStarting).containsExactly(200);
    }

    @Test
    void theBareAddressSaysInBothLanguagesWhereToLook() {
        var answer = browser.send(browser.bare("/").header("Accept", "text/html,*/*;q=0.8"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/html;charset=UTF-8");
        assertThat(answer.body())
                .contains("网页控制台尚未提供", "There is no web console yet")
                .doesNotContain("<script", "style=", "{");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sign-in", "/api/v1/openapi.yaml", "/sign-in.css"})
    void whatItPointsToIsThere(String path) {
        assertThat(browser.get("/").body()).contains("href=\"" + path + "\"");
        assertThat(browser.get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void thePromiseIsOneDocumentAndACopyOfItIsKeptAsLongAsItIsThePresentOne() throws IOException {
        var answer = browser.send(browser.bare("/api/v1/openapi.yaml"), BodyHandlers.ofByteArray());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/yaml");
        assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-cache, public");
        assertThat(answer.body()).isEqualTo(new ClassPathResource("openapi.yaml").getContentAsByteArray());
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).startsWith("openapi: 3.1.0\n");

        var tag = answer.headers().firstValue("ETag").orElseThrow();
        var again = browser.send(browser.bare("/api/v1/openapi.yaml").header("If-None-Match", tag));
        var old = browser.send(browser.bare("/api/v1/openapi.yaml").header("If-None-Match", "\"another\""));
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(old.statusCode()).isEqualTo(200);
    }
}
