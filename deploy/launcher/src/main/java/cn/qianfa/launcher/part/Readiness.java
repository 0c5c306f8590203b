package cn.qianfa.launcher.part;

import cn.qianfa.launcher.speech.Sentence;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks a service on its management port whether it is ready, and if not, what it lacks. */
final class Readiness {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int OK = 200;
    private static final int LONGEST = 200;

    private final Duration patience;
    private final HttpClient client;

    Readiness(Duration patience) {
        this.patience = patience;
        this.client = HttpClient.newBuilder()
                .connectTimeout(patience)
                .proxy(HttpClient.Builder.NO_PROXY)
                .build();
    }

    /** Empty if the service says that it is ready. */
    Optional<Sentence> trouble(int port) {
        var address = "http://127.0.0.1:" + port + "/actuator/health/readiness";
        try {
            var request = HttpRequest.newBuilder(URI.create(address))
                    .timeout(patience)
                    .build();
            var response = client.send(request, BodyHandlers.ofString());
            if (response.statusCode() == OK) {
                return Optional.empty();
            }
            return Optional.of(trouble(response.statusCode(), response.body()));
        } catch (HttpConnectTimeoutException _) {
            return Optional.of(Sentence.of("state.silent", port));
        } catch (HttpTimeoutException _) {
            return Optional.of(Sentence.of("state.slow", port, patience.toSeconds()));
        } catch (IOException _) {
            return Optional.of(Sentence.of("state.silent", port));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.of(Sentence.of("state.silent", port));
        }
    }

    static Sentence trouble(int status, String body) {
        try {
            return JSON.readTree(body).path("components").properties().stream()
                    .filter(component ->
                            !component.getValue().path("status").asString("").equals("UP"))
                    .findFirst()
                    .map(Readiness::component)
                    .orElseGet(() -> Sentence.of("state.status", status, shortened(body)));
        } catch (JacksonException _) {
            return Sentence.of("state.status", status, shortened(body));
        }
    }

    private static Sentence component(Map.Entry<String, JsonNode> component) {
        var details = component.getValue().path("details");
        var said = details.path("error").asString(details.isMissingNode() ? "" : details.toString());
        var status = component.getValue().path("status").asString("");
        return Sentence.of("state.component", component.getKey(), status, shortened(said));
    }

    private static String shortened(String text) {
        var line = text.replaceAll("\\s+", " ").strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }
}
