package cn.qianfa.launcher.demo;

import cn.qianfa.launcher.speech.Refused;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The gateway's interface, as one who is signed in there uses it. */
final class Gateway implements AutoCloseable {
    private static final Duration ANSWERED = Duration.ofSeconds(15);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration AGAIN = Duration.ofSeconds(1);
    private static final int UNAVAILABLE = 503;
    private static final JsonMapper JSON = JsonMapper.shared();

    /** @param body what was answered, an empty object where that was nothing */
    record Answer(int status, JsonNode body) {
        private static final int SUCCESSES = 2;
        private static final int HUNDRED = 100;

        boolean isGood() {
            return status / HUNDRED == SUCCESSES;
        }

        String text(String field) {
            return body.path(field).asString("");
        }

        /** @throws Refused if it says no */
        Answer expect(String what) {
            if (isGood()) {
                return this;
            }
            throw new Refused("demo.refused", what, status, text("detail"));
        }
    }

    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String address;
    private String csrf = "";

    /** @param address {@code http://host:port} */
    Gateway(String address) {
        this.address = address;
    }

    Answer signIn(String name, String password) throws InterruptedException {
        var answer = send("POST", "/session", Map.of("name", name, "password", password), Map.of());
        csrf = answer.text("csrf");
        return answer;
    }

    Answer get(String path) throws InterruptedException {
        return send("GET", path, Map.of(), Map.of());
    }

    Answer post(String path, Map<String, ?> body) throws InterruptedException {
        var key = UUID.randomUUID().toString();
        return send("POST", path, body, Map.of("Idempotency-Key", key));
    }

    /** @param version the one that was read */
    Answer put(String path, long version) throws InterruptedException {
        return send("PUT", path, Map.of(), Map.of("If-Match", "\"" + version + "\""));
    }

    private Answer send(String method, String path, Map<String, ?> body, Map<String, String> headers)
            throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address + "/api/v1" + path))
                .timeout(ANSWERED)
                .header("Content-Type", "application/json")
                .header("X-XSRF-TOKEN", csrf.isEmpty() ? "none" : csrf)
                .method(
                        method,
                        method.equals("GET")
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
        headers.forEach(request::header);
        try {
            return patiently(request.build());
        } catch (IOException e) {
            throw new Refused("demo.silent", address, e);
        }
    }

    /** A system that has just started on a busy machine may say "come again"; the key makes that the same command. */
    private Answer patiently(HttpRequest request) throws IOException, InterruptedException {
        var begun = System.nanoTime();
        while (true) {
            var answer = answer(client.send(request, BodyHandlers.ofByteArray()));
            if (answer.status() != UNAVAILABLE || System.nanoTime() - begun > PATIENCE.toNanos()) {
                return answer;
            }
            Thread.sleep(AGAIN);
        }
    }

    private static Answer answer(HttpResponse<byte[]> response) {
        var body = response.body().length == 0 ? JSON.createObjectNode() : JSON.readTree(response.body());
        return new Answer(response.statusCode(), body);
    }

    @Override
    public void close() {
        client.close();
    }
}
