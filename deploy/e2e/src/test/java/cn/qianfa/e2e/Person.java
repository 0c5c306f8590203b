package cn.qianfa.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import cn.qianfa.e2e.contract.Promise;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Somebody signed in at a browser: keeps the cookies, and sends along what the session's pages would. */
public final class Person {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofMillis(100);

    /** Asked for because nothing is there. */
    static final List<String> NOWHERE = List.of("/api/v1/nowhere", "/actuator/health", "/actuator/prometheus");

    private static final Promise PROMISE = Promise.served();

    private final HttpClient client;
    private final CookieManager cookies = new CookieManager();
    private final Supplier<String> address;
    private String csrf = "none";

    private Person(Supplier<String> address) {
        this.address = address;
        this.client = HttpClient.newBuilder().cookieHandler(cookies).build();
    }

    /** Anybody from the street. */
    static Person fromTheStreet(Supplier<String> address) {
        return new Person(address);
    }

    static Person signIn(Supplier<String> address, String name, String password) {
        var person = new Person(address);
        var told = person.post("/api/v1/session", "{\"name\":\"%s\",\"password\":\"%s\"}".formatted(name, password))
                .is(200);
        person.csrf = told.field("csrf");
        return person;
    }

    /** What nobody else may learn of this session. */
    List<String> secrets() {
        var secrets = cookies.getCookieStore().getCookies().stream()
                .map(HttpCookie::getValue)
                .collect(Collectors.toCollection(ArrayList::new));
        secrets.add(csrf);
        return secrets;
    }

    public Answered get(String path) {
        return send("GET", path, new byte[0]);
    }

    public Answered post(String path, String json, String... headers) {
        return send("POST", path, json.getBytes(UTF_8), headers);
    }

    public Answered put(String path, String json, long version) {
        return send("PUT", path, json.getBytes(UTF_8), "If-Match", "\"" + version + "\"");
    }

    public Answered put(String path) {
        return send("PUT", path, new byte[0]);
    }

    Answered delete(String path) {
        return send("DELETE", path, new byte[0]);
    }

    /** Asks again until the answer is as wanted, and says how long that took. */
    public Answered soon(String path, Predicate<Answered> wanted) {
        var begun = System.nanoTime();
        var answered = await(path)
                .atMost(LONG)
                .pollInterval(LOOK)
                .ignoreException(Unreachable.class) // a service may be coming back
                .until(() -> get(path), found -> found.status() == 200 && wanted.test(found));
        System.out.printf("%s: %.2f s%n", path, (System.nanoTime() - begun) / 1e9);
        return answered;
    }

    /** Nobody listens where the gateway was. */
    static final class Unreachable extends RuntimeException {
        Unreachable(IOException why) {
            super(why);
        }
    }

    /** @param headers name and value in turn; they take the place of what would be sent of itself */
    public Answered send(String method, String path, byte[] body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(address.get() + path))
                .timeout(LONG)
                .header("Accept-Language", "zh-CN")
                .header("X-XSRF-TOKEN", csrf)
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        List<String> given = new ArrayList<>(List.of(headers));
        ofItself(method, given);
        request.headers(given.toArray(String[]::new));
        try {
            return promised(new Answered(client.send(request.build(), BodyHandlers.ofByteArray())), path);
        } catch (IOException e) {
            throw new Unreachable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** The first event of a live stream, which is left then; empty where it is refused. */
    public Optional<String> begin(String path) {
        var request = HttpRequest.newBuilder(URI.create(address.get() + path)).timeout(LONG);
        try {
            var answer = client.send(request.build(), BodyHandlers.ofInputStream());
            try (var lines = new BufferedReader(new InputStreamReader(answer.body(), UTF_8))) {
                return answer.statusCode() == 200
                        ? Optional.of(
                                lines.lines().takeWhile(line -> !line.isEmpty()).collect(Collectors.joining("\n")))
                        : Optional.empty();
            }
        } catch (IOException e) {
            throw new Unreachable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Every answer anyone gets on a walk is held to openapi.yaml; what is not promised at all is not the interface. */
    private static Answered promised(Answered answered, String path) {
        if (!NOWHERE.contains(path)) {
            var response = answered.response();
            var headers = response.headers();
            PROMISE.mustAllow(
                    response.request().method(),
                    path,
                    answered.status(),
                    headers.firstValue("content-type").orElse(null),
                    headers.map(),
                    response.body());
        }
        return answered;
    }

    /** What is promised and nobody on a walk has met so far. */
    static List<Promise.Answer> unvisited() {
        return PROMISE.unvisited();
    }

    private static void ofItself(String method, List<String> given) {
        if (!given.contains("Content-Type")) {
            given.addAll(List.of("Content-Type", "application/json"));
        }
        if (method.equals("POST") && !given.contains("Idempotency-Key")) {
            given.addAll(List.of("Idempotency-Key", UUID.randomUUID().toString()));
        }
    }
}
