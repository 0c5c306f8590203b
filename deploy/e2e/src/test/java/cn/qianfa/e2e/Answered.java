package cn.qianfa.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What came back over HTTP. */
public record Answered(HttpResponse<byte[]> response) {
    private static final JsonMapper JSON = JsonMapper.shared();

    public int status() {
        return response.statusCode();
    }

    public String text() {
        return new String(response.body(), UTF_8);
    }

    JsonNode json() {
        return JSON.readTree(response.body());
    }

    /** A field of the answer's object. */
    public String field(String name) {
        return json().path(name).asString("");
    }

    /** The items of a list. */
    public JsonNode items() {
        return json().path("items");
    }

    String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    /** Demands this status; what was said instead is in the error. */
    public Answered is(int status) {
        assertThat(status())
                .as("%s %s: %s", response.request().method(), response.uri(), text())
                .isEqualTo(status);
        return this;
    }

    /** Demands this problem, in the shape in which every refusal is told. */
    Answered isProblem(int status, String type) {
        is(status);
        assertThat(header("content-type")).startsWith("application/problem+json");
        assertThat(field("type")).as(text()).isEqualTo("urn:problem:" + type);
        assertThat(field("traceId")).as(text()).matches("[0-9a-f]{32}");
        assertThat(field("detail")).as(text()).isNotBlank();
        return this;
    }
}
