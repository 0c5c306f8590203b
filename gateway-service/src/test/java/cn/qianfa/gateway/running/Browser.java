package cn.qianfa.gateway.running;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** A browser as the gateway sees one: it keeps cookies, and its pages send the proof along. */
public final class Browser {
    private static final String CSRF_COOKIE = "XSRF-TOKEN";
    private static final String CSRF_HEADER = "X-XSRF-TOKEN";

    private final RunningGateway gateway;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, String> cookies = new TreeMap<>();

    Browser(RunningGateway gateway) {
        this.gateway = gateway;
    }

    public Map<String, String> cookies() {
        return cookies;
    }

    /** A request with the cookies, and nothing else. */
    public HttpRequest.Builder bare(String path) {
        var request = HttpRequest.newBuilder(gateway.at(path));
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + '=' + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }

    /** A request as one of our pages sends it. */
    public HttpRequest.Builder request(String path) {
        var request = bare(path);
        if (cookies.containsKey(CSRF_COOKIE)) {
            request.header(CSRF_HEADER, cookies.get(CSRF_COOKIE));
        }
        return request;
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        var answer = send(request, BodyHandlers.ofString());
        answer.headers().allValues("Set-Cookie").forEach(this::keep);
        return answer;
    }

    public <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        try {
            return client.send(request.build(), body);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void keep(String cookie) {
        var parts = cookie.split(";", 2);
        var equals = parts[0].indexOf('=');
        var name = parts[0].substring(0, equals);
        if (cookie.contains("Max-Age=0")) {
            cookies.remove(name);
        } else {
            cookies.put(name, parts[0].substring(equals + 1));
        }
    }

    public HttpResponse<String> get(String path) {
        return send(request(path));
    }

    public HttpResponse<String> post(String path, String json) {
        return send(json(request(path)).POST(BodyPublishers.ofString(json)));
    }

    public HttpResponse<String> put(String path, String json) {
        return send(json(request(path)).PUT(BodyPublishers.ofString(json)));
    }

    public HttpResponse<String> delete(String path) {
        return send(request(path).DELETE());
    }

    public static HttpRequest.Builder json(HttpRequest.Builder request) {
        return request.header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString());
    }

    public HttpResponse<String> signIn(String name, String password) {
        return post("/api/v1/session", "{\"name\":\"%s\",\"password\":\"%s\"}".formatted(name, password));
    }

    public HttpResponse<String> activationCode(String staff) {
        return post("/api/v1/staff/" + staff + "/activation-code", "");
    }

    public HttpResponse<String> activate(String code, String password) {
        return post("/api/v1/credentials", "{\"activationCode\":\"%s\",\"password\":\"%s\"}".formatted(code, password));
    }
}
