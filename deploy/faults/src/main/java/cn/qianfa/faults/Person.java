package cn.qianfa.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * Somebody at a browser, who writes down every change they ask for: {@code invoke}, and then {@code ok}, {@code fail} or,
 * where nobody knows what came of it, {@code info}. Who gets no answer asks again under the same key, a few times.
 */
final class Person {
    private static final AtomicLong OPERATIONS = new AtomicLong();
    private static final Duration ANSWER = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(700);
    private static final int MOST_TRIES = 40;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int CONFLICT = 409;
    private static final int TOO_MANY = 429;
    private static final int OUR_FAULT = 400;
    private static final int THEIR_FAULT = 500;

    private final Town town;
    private final Journal journal;
    private final String name;
    private final HttpClient client;
    private volatile String csrf = "none";

    /** @param name of a demonstration's person, or empty for anybody from the street */
    Person(Town town, Journal journal, String name) {
        this.town = town;
        this.journal = journal;
        this.name = name;
        this.client = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .connectTimeout(ANSWER)
                .build();
    }

    String name() {
        return name;
    }

    /** What was answered; status 0 where nothing was. */
    record Answer(int status, String text, String location) {
        static final Answer NONE = new Answer(0, "", "");

        boolean isOk() {
            return status >= 200 && status < OUR_FAULT;
        }

        /** Asked again, it may be answered otherwise. */
        boolean isForNow() {
            return status == 0
                    || status >= THEIR_FAULT
                    || status == UNAUTHORIZED
                    || status == TOO_MANY
                    || is(FORBIDDEN, "csrf")
                    || is(CONFLICT, "request-in-progress");
        }

        /** It may have been done all the same. */
        boolean isUnknown() {
            return status == 0 || status >= THEIR_FAULT || is(CONFLICT, "request-in-progress");
        }

        private boolean is(int wanted, String problem) {
            return status == wanted && text.contains("urn:problem:" + problem);
        }

        JsonNode json() {
            try {
                return JsonMapper.shared().readTree(text);
            } catch (JacksonException _) {
                return MissingNode.getInstance();
            }
        }

        String field(String name) {
            return json().path(name).asString("");
        }
    }

    /** One change. The same one twice has the same key. */
    record Change(String f, Map<String, ?> value, String method, String path, String body, String key) {
        static Change post(String f, Map<String, ?> value, String path, String json) {
            return new Change(f, value, "POST", path, json, UUID.randomUUID().toString());
        }

        static Change put(String f, Map<String, ?> value, String path, String json) {
            return new Change(f, value, "PUT", path, json, "");
        }
    }

    Answer change(Change change, String... headers) throws InterruptedException {
        var operation = OPERATIONS.incrementAndGet();
        note(operation, "invoke", change, Answer.NONE);
        var unknown = false;
        var answer = Answer.NONE;
        for (var tries = 0; tries < MOST_TRIES; tries++) {
            var session = csrf;
            answer = send(change, headers);
            unknown |= answer.isUnknown();
            if (!answer.isForNow()) {
                break;
            }
            again(answer, session);
        }
        // Without a key a refusal may only say that the try before it, whose answer was lost, was taken.
        var open = unknown && (answer.isForNow() || change.key().isEmpty());
        var type = answer.isOk() ? "ok" : open ? "info" : "fail";
        note(operation, type, change, answer);
        return answer;
    }

    private void note(long operation, String type, Change change, Answer answer) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("op", operation);
        record.put("process", name);
        record.put("type", type);
        record.put("f", change.f());
        record.put("value", change.value());
        if (!type.equals("invoke")) {
            record.put("status", answer.status());
            if (answer.isOk()) {
                record.put("answer", answer.text().startsWith("{") ? answer.json() : answer.location());
            } else {
                record.put("problem", answer.field("type"));
            }
        }
        journal.add(record);
    }

    private void again(Answer answer, String session) throws InterruptedException {
        if (answer.status() == UNAUTHORIZED || answer.status() == FORBIDDEN) {
            signIn(session);
        }
        Thread.sleep(PAUSE.plusMillis(ThreadLocalRandom.current().nextLong(PAUSE.toMillis())));
    }

    Answer get(String path) throws InterruptedException {
        var session = csrf;
        var answer = request("GET", path, "", List.of());
        if (answer.status() == UNAUTHORIZED && !name.isEmpty()) {
            signIn(session);
            return request("GET", path, "", List.of());
        }
        return answer;
    }

    /** Unless somebody did, since this session was used. */
    private synchronized void signIn(String session) throws InterruptedException {
        if (name.isEmpty() || !session.equals(csrf)) {
            return;
        }
        var body = "{\"name\":\"%s\",\"password\":\"%s\"}".formatted(name, town.password(name));
        var answer = request("POST", "/api/v1/session", body, List.of("Content-Type", "application/json"));
        if (answer.isOk()) {
            csrf = answer.field("csrf");
        }
    }

    private Answer send(Change change, String... more) throws InterruptedException {
        List<String> headers = new ArrayList<>(List.of(more));
        if (!headers.contains("Content-Type")) {
            headers.addAll(List.of("Content-Type", "application/json"));
        }
        if (!change.key().isEmpty()) {
            headers.addAll(List.of("Idempotency-Key", change.key()));
        }
        return request(change.method(), change.path(), change.body(), headers);
    }

    private Answer request(String method, String path, String body, List<String> headers) throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(URI.create(town.gateway() + path))
                    .timeout(ANSWER)
                    .header("X-XSRF-TOKEN", csrf)
                    .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body, UTF_8));
            if (!headers.isEmpty()) {
                request.headers(headers.toArray(String[]::new));
            }
            return answer(client.send(request.build(), BodyHandlers.ofString(UTF_8)));
        } catch (IOException _) {
            return Answer.NONE;
        }
    }

    private static Answer answer(HttpResponse<String> response) {
        return new Answer(
                response.statusCode(),
                response.body(),
                response.headers().firstValue("Location").orElse(""));
    }
}
