package cn.qianfa.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.qianfa.contracts.identity.Role;
import cn.qianfa.gateway.running.Behind;
import cn.qianfa.gateway.running.Browser;
import cn.qianfa.gateway.running.Json;
import cn.qianfa.gateway.running.RunningGateway;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.InetAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Floods, sent over HTTP by many at once. Each test is a person, or sits at an address, of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LimitsIT {
    private static final int BUDGET = 100;
    private static final int FLOOD = 400;
    private static final String OUR_PROXY = "127.0.0.99";
    private static final Duration SOON = Duration.ofSeconds(3);
    private static final Duration A_MINUTE = Duration.ofSeconds(60);

    /** A window in which next to nothing comes back while the test runs. */
    private final RunningGateway gateway = RunningGateway.start(Map.ofEntries(
            Map.entry("qianfa.gateway.rates.window", "12h"),
            Map.entry("qianfa.gateway.rates.person", BUDGET),
            Map.entry("qianfa.gateway.rates.address", BUDGET),
            Map.entry("qianfa.gateway.rates.comment", 30),
            Map.entry("qianfa.gateway.rates.sign-in", 60),
            Map.entry("qianfa.gateway.rates.trusted-proxies", OUR_PROXY),
            Map.entry("qianfa.gateway.services.connections", 20),
            Map.entry("qianfa.gateway.services.connections-kept", 4)));

    private final Browser admin = gateway.admin();

    @AfterAll
    void stop() {
        gateway.close();
    }

    @AfterEach
    void sayPlainly() {
        gateway.approval().saysPlainly();
        gateway.monitoring().saysPlainly();
    }

    private Browser signedIn(String name, Role... roles) {
        return gateway.signedIn(admin, name, "district", roles);
    }

    @Test
    void exactlyTheBudgetOfAPersonPasses() {
        var drafter = signedIn("flooding", Role.DRAFTER);
        var before = refusedBy("person");

        var answers = flood(FLOOD, _ -> drafter.request("/api/v1/drafts"));

        assertThat(answers).filteredOn(answer -> answer.statusCode() == 200).hasSize(BUDGET);
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 429).hasSize(FLOOD - BUDGET);
        assertThat(refusedBy("person") - before).isEqualTo(FLOOD - BUDGET);
    }

    @Test
    void everyAnswerSaysWhatIsLeftAndARefusalWhenToComeAgain() {
        var drafter = signedIn("reading", Role.DRAFTER);

        var first = drafter.get("/api/v1/drafts");
        says(first, "RateLimit-Policy", "\"person\";q=100;w=43200");
        says(first, "RateLimit", "\"person\";r=99;t=432");
        flood(BUDGET, _ -> drafter.request("/api/v1/drafts"));
        var refused = drafter.get("/api/v1/drafts");

        assertThat(refused.statusCode()).isEqualTo(429);
        says(refused, "RateLimit-Policy", "\"person\";q=100;w=43200");
        assertThat(refused.headers().firstValue("RateLimit").orElse("")).matches("\"person\";r=0;t=4\\d{4}");
        assertThat(refused.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(400L, 432L);
        assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
        var problem = Json.read(refused.body());
        assertThat(problem.path("type").asString()).isEqualTo("urn:problem:too-many-requests");
        assertThat(problem.path("title").asString()).isEqualTo("请求过于频繁");
        assertThat(problem.path("status").asInt()).isEqualTo(429);
        assertThat(problem.path("traceId").asString()).matches("[0-9a-f]{32}");
    }

    private static void says(HttpResponse<?> answer, String field, String value) {
        assertThat(answer.headers().allValues(field)).containsExactly(value);
    }

    @Test
    void aServiceSaysNothingOfLimits() {
        var drafter = signedIn("told", Role.DRAFTER);
        gateway.approval().says(exchange -> {
            exchange.getResponseHeaders().set("RateLimit", "\"mine\";r=1;t=1");
            Behind.write(exchange, 200, "{}");
        });

        assertThat(drafter.get("/api/v1/drafts").headers().allValues("RateLimit"))
                .singleElement()
                .asString()
                .startsWith("\"person\"");
    }

    @Test
    void whoForgetsTheProofOfThePageIsCountedToo() {
        var drafter = signedIn("forgetful", Role.DRAFTER);

        var answers =
                flood(FLOOD, _ -> Browser.json(drafter.bare("/api/v1/units")).POST(BodyPublishers.ofString("{}")));

        assertThat(answers).filteredOn(answer -> answer.statusCode() == 403).hasSize(BUDGET);
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 429).hasSize(FLOOD - BUDGET);
    }

    /** A whole office sits behind one address. */
    @Test
    void whatIsUrgentPassesWhileTheSamePersonAndTheSameAddressFlood() {
        var officer = signedIn("officer", Role.DRAFTER, Role.OFFICE_DIRECTOR, Role.DUTY_OFFICER);
        var colleague = signedIn("colleague", Role.DRAFTER);
        try (var _ = new Flood(List.of(
                () -> officer.request("/api/v1/drafts"),
                () -> ordinaryDraft(officer),
                () -> officer.request("/api/v1/comments"),
                () -> gateway.browser().bare("/site/town")))) {
            await().atMost(A_MINUTE)
                    .until(() -> officer.get("/api/v1/drafts").statusCode() == 429
                            && ordinaryDraft(officer, officer).statusCode() == 429);

            for (var i = 0; i < 10; i++) {
                passesSoon(() -> officer.send(draft(officer, "EMERGENCY")));
                passesSoon(() -> officer.post("/api/v1/drafts/d/submission", "{}"));
                passesSoon(() -> officer.get("/api/v1/drafts/d"));
                passesSoon(() -> officer.post("/api/v1/drafts/d/sign-offs", "{}"));
                passesSoon(() -> officer.post("/api/v1/drafts/d/publications", "{}"));
                passesSoon(() -> officer.get("/api/v1/alerts?state=OPEN"));
                passesSoon(() -> officer.put("/api/v1/alerts/a/acknowledgement", ""));
                passesSoon(() -> colleague.get("/api/v1/me"));
            }
            passesSoon(() -> colleague.get("/api/v1/drafts"));
            assertThat(officer.get("/api/v1/drafts").statusCode()).isEqualTo(429);
            assertThat(officer.delete("/api/v1/session").statusCode()).isEqualTo(204);
        }
    }

    private static HttpResponse<String> ordinaryDraft(Browser writer, Browser sender) {
        return sender.send(draft(writer, "ORDINARY"));
    }

    private static HttpRequest.Builder ordinaryDraft(Browser writer) {
        return draft(writer, "ORDINARY");
    }

    private static HttpRequest.Builder draft(Browser writer, String importance) {
        return Browser.json(writer.request("/api/v1/drafts"))
                .POST(BodyPublishers.ofString("{\"importance\":\"%s\",\"text\":\"文\"}".formatted(importance)));
    }

    private static void passesSoon(Supplier<HttpResponse<String>> request) {
        var begun = System.nanoTime();
        var answer = request.get();
        assertThat(answer.statusCode()).as("%s %s", answer.uri(), answer.body()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .as("%s", answer.uri())
                .isLessThan(SOON);
    }

    @Test
    void whatIsUrgentHasItsOwnLimitToo() {
        var officer = signedIn("hasty", Role.DUTY_OFFICER);

        var answers = flood(
                700, _ -> officer.request("/api/v1/alerts/a/acknowledgement").PUT(BodyPublishers.noBody()));

        assertThat(answers).filteredOn(answer -> answer.statusCode() == 429).hasSize(100);
        says(answers.getFirst(), "RateLimit-Policy", "\"alerts\";q=600;w=43200");
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.11, GET,    /site/town,                     100, address",
        "127.0.0.12, GET,    /api/v1/drafts,                 100, address",
        "127.0.0.13, DELETE, /api/v1/session,                100, address",
        "127.0.0.14, POST,   /api/v1/session,                60,  sign-in",
        "127.0.0.15, POST,   /api/v1/%73ession,              60,  sign-in",
        "127.0.0.16, POST,   /site/town/posts/1/comments,    30,  comment"
    })
    void exactlyTheBudgetOfAnAddressPasses(String from, String method, String path, int budget, String policy) {
        var answers = flood(
                from,
                150,
                _ -> HttpRequest.newBuilder(gateway.at(path))
                        .header(
                                "Content-Type",
                                path.startsWith("/api") ? "application/json" : "application/x-www-form-urlencoded")
                        .method(method, BodyPublishers.ofString(method.equals("POST") ? "{}" : "")));

        assertThat(answers).filteredOn(answer -> answer.statusCode() != 429).hasSize(budget);
        assertThat(answers)
                .allSatisfy(answer -> assertThat(
                                answer.headers().firstValue("RateLimit-Policy").orElse(""))
                        .startsWith('"' + policy + "\";q=" + budget + ';'));
        assertThat(flood("127.0.0.21", 1, _ -> HttpRequest.newBuilder(gateway.at("/site/town"))))
                .as("another address")
                .allMatch(answer -> answer.statusCode() == 200);
    }

    @Test
    void aForgedForwardedForIsOfNoUse() {
        var answers = flood(
                "127.0.0.31",
                150,
                i -> HttpRequest.newBuilder(gateway.at("/site/town"))
                        .header("X-Forwarded-For", "203.0.113." + i)
                        .header("Forwarded", "for=203.0.113." + i)
                        .header("X-Real-IP", "203.0.113." + i));

        assertThat(answers).filteredOn(answer -> answer.statusCode() == 200).hasSize(BUDGET);
    }

    @Test
    void ourProxyIsBelievedAndNothingThatStoodThereBefore() {
        IntFunction<HttpRequest.Builder> one = i -> HttpRequest.newBuilder(gateway.at("/site/town"))
                .header("X-Forwarded-For", "198.51.100.%d, 203.0.113.5".formatted(i));

        assertThat(flood(OUR_PROXY, 150, one))
                .filteredOn(answer -> answer.statusCode() == 200)
                .hasSize(BUDGET);
        assertThat(flood(
                        OUR_PROXY,
                        1,
                        _ -> HttpRequest.newBuilder(gateway.at("/site/town")).header("X-Forwarded-For", "203.0.113.6")))
                .allMatch(answer -> answer.statusCode() == 200);
    }

    @Test
    void aServiceThatHangsHoldsUpNoOtherAndNothingUrgent() {
        var stuck = signedIn("stuck", Role.DRAFTER);
        var signer = signedIn("signer", Role.OFFICE_DIRECTOR);
        gateway.approval().says(this::hangsOnLists);
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < 40; i++) {
                senders.submit(() -> stuck.get("/api/v1/drafts"));
            }
            await().atMost(A_MINUTE).until(() -> refusedAs("qianfa_requests_crowded_total{", "approval") > 0);

            passesSoon(() -> signer.post("/api/v1/drafts/d/sign-offs", "{}"));
            passesSoon(() -> signer.post("/api/v1/checks", "{\"text\":\"文\"}"));
            passesSoon(() -> signer.get("/api/v1/comments"));
        }
        passesSoon(() -> signer.get("/api/v1/drafts/d"));
    }

    private void hangsOnLists(HttpExchange exchange) throws IOException {
        if (exchange.getRequestURI().getPath().equals("/api/v1/drafts")) {
            gateway.approval().waitForTheEnd();
        }
        Behind.write(exchange, 200, "{}");
    }

    @Test
    void onePersonHasTwentyLiveStreamsAndNoMore() {
        var officer = signedIn("everywhere", Role.DUTY_OFFICER);
        gateway.monitoring().saysOneEventAndWaits();

        var open = IntStream.range(0, 20)
                .mapToObj(_ -> officer.send(officer.request("/api/v1/alerts/stream"), BodyHandlers.ofInputStream()))
                .toList();

        assertThat(open).allMatch(stream -> stream.statusCode() == 200);
        await().atMost(A_MINUTE)
                .until(() -> officer.send(officer.request("/api/v1/alerts/stream"), BodyHandlers.ofInputStream())
                                .statusCode()
                        == 429);
        assertThat(officer.delete("/api/v1/session").statusCode()).isEqualTo(204);
    }

    private List<HttpResponse<String>> flood(int count, IntFunction<HttpRequest.Builder> request) {
        return flood("127.0.0.1", count, request);
    }

    private static List<HttpResponse<String>> flood(String from, int count, IntFunction<HttpRequest.Builder> request) {
        try (var client = client(from);
                var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            var sent = IntStream.range(0, count)
                    .mapToObj(i ->
                            senders.submit(() -> client.send(request.apply(i).build(), BodyHandlers.ofString())))
                    .toList();
            return sent.stream().map(LimitsIT::answer).toList();
        }
    }

    private static HttpResponse<String> answer(Future<HttpResponse<String>> sent) {
        try {
            return sent.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpClient client(String from) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .localAddress(InetAddress.ofLiteral(from))
                .build();
    }

    private double refusedBy(String policy) {
        return refusedAs("qianfa_requests_refused_total{", policy);
    }

    private double refusedAs(String meter, String tag) {
        var told = gateway.browser().send(HttpRequest.newBuilder(gateway.management("/actuator/prometheus")));
        return told.body()
                .lines()
                .filter(line -> line.startsWith(meter) && line.contains('"' + tag + '"'))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    /** Goes on until it is closed, eight at a time. */
    private static final class Flood implements AutoCloseable {
        private final AtomicBoolean over = new AtomicBoolean();
        private final List<Thread> senders = new ArrayList<>();
        private final HttpClient client = client("127.0.0.1");

        Flood(List<Supplier<HttpRequest.Builder>> requests) {
            requests.forEach(request -> {
                for (var i = 0; i < 2; i++) {
                    senders.add(Thread.ofVirtual().start(() -> send(request)));
                }
            });
        }

        private void send(Supplier<HttpRequest.Builder> request) {
            while (!over.get()) {
                try {
                    client.send(request.get().build(), BodyHandlers.discarding());
                } catch (IOException | InterruptedException e) {
                    return;
                }
            }
        }

        @Override
        public void close() {
            over.set(true);
            client.close();
        }
    }
}
