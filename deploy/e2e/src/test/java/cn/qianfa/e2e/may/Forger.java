package cn.qianfa.e2e.may;

import cn.qianfa.e2e.Town;
import cn.qianfa.e2e.contract.Asked;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;

/** Goes past the gateway to the service itself, with tokens nobody may take; at the gateway they stand for no session. */
final class Forger implements AutoCloseable {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final int REFUSED = 401;

    private final Town town;
    private final Token tokens;
    private final HttpClient client = HttpClient.newHttpClient();

    Forger(Town town) {
        this.town = town;
        this.tokens = new Token(town.home().resolve("secrets/token.jwk"));
    }

    /**
     * {@code 401} if every one of them is refused; else what each is answered. Where anybody may, no token is no offence.
     */
    String word(Asked asked, Visit how, Map<String, String> parameters) {
        Map<String, Integer> answers = new LinkedHashMap<>();
        tokens.bad(asked.service())
                .forEach((wrong, token) -> answers.put(wrong, send(asked, how, asked.at(parameters), token)));
        if (how.isOpen()) {
            answers.remove(Token.NONE);
        }
        var different = new TreeSet<>(answers.values());
        if (how.isOpen() && different.size() == 1 && !different.contains(REFUSED)) {
            return "open";
        }
        return different.size() == 1 ? different.first().toString() : answers.toString();
    }

    /** Whether the service takes a token that is as it should be. */
    boolean takesAGoodOne(Asked asked, Visit how, Map<String, String> parameters) {
        return send(asked, how, asked.at(parameters), tokens.good(asked.service())) != REFUSED;
    }

    private int send(Asked asked, Visit how, String path, String token) {
        var request = HttpRequest.newBuilder(URI.create(at(asked.service()) + path))
                .timeout(LONG)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .method(asked.method(), BodyPublishers.ofByteArray(how.bytes()));
        if (!how.headers().contains("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        if (!how.headers().isEmpty()) {
            request.headers(how.headers().toArray(String[]::new));
        }
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            return client.send(request.build(), BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new AssertionError(asked + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private String at(String service) {
        return "http://127.0.0.1:" + town.port(service.equals("content-rules") ? "rules" : service);
    }

    @Override
    public void close() {
        client.close();
    }
}
