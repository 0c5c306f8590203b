package cn.qianfa.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** One of the demonstration's people, signed in at the gateway. */
final class Colleague implements AutoCloseable {
    private static final Pattern CSRF = Pattern.compile("\"csrf\":\"([^\"]*)\"");
    private static final int SIGNED_IN = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String api;
    private String csrf = "none";

    private Colleague(String api) {
        this.api = api;
    }

    static Colleague signIn(Installation at, String name) throws IOException, InterruptedException {
        var colleague = new Colleague(at.url("gateway") + "/api/v1");
        var body = "{\"name\":\"%s\",\"password\":\"%s\"}".formatted(name, at.passwordOf(name));
        var answer = colleague.send("POST", "/session", body);
        if (answer.statusCode() != SIGNED_IN) {
            throw new IllegalStateException("sign-in of %s: %s".formatted(name, answer.body()));
        }
        colleague.csrf = field(CSRF, answer.body());
        return colleague;
    }

    /** @return the body of an answer that is no refusal */
    String ask(String method, String path, String json) throws IOException, InterruptedException {
        var answer = send(method, path, json);
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException("%s %s: %d %s".formatted(method, path, answer.statusCode(), answer.body()));
        }
        return answer.body();
    }

    HttpResponse<String> send(String method, String path, String json) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(api + path))
                .header("Content-Type", "application/json")
                .header("X-XSRF-TOKEN", csrf)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .method(method, json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    /** Follows a stream on a thread of its own, and returns when its first line is there. */
    void follow(String path, Consumer<String> line) {
        var opened = new CompletableFuture<Void>();
        Thread.ofVirtual().start(() -> {
            try {
                var request = HttpRequest.newBuilder(URI.create(api + path)).build();
                client.send(request, BodyHandlers.ofLines()).body().forEach(read -> {
                    opened.complete(null);
                    line.accept(read);
                });
            } catch (IOException | InterruptedException e) {
                opened.completeExceptionally(e);
            }
        });
        opened.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    static String field(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        if (!found.find()) {
            throw new IllegalStateException("no %s in: %s".formatted(pattern, text));
        }
        return found.group(1);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
