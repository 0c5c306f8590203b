package cn.qianfa.monitoring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.qianfa.contracts.delivery.Envelope;
import cn.qianfa.contracts.delivery.Traceparent;
import cn.qianfa.contracts.event.CaseOpened;
import cn.qianfa.contracts.event.CommentFlagged;
import cn.qianfa.contracts.event.CommentReceived;
import cn.qianfa.contracts.event.Event;
import cn.qianfa.contracts.event.Topic;
import cn.qianfa.contracts.identity.Ticket;
import cn.qianfa.contracts.identity.TicketSeal;
import cn.qianfa.contracts.stack.EmbeddedStack;
import cn.qianfa.contracts.stack.Wire;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** One id leads from what a citizen sent to the case it became. */
class TraceIT {
    private static final String KEY = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String BROUGHT = "00-" + TRACE + "-00f067aa0ba902b7-01";
    private static final EmbeddedStack STACK = EmbeddedStack.start();
    private static final Wire WIRE = new Wire(STACK);

    @SuppressWarnings("NullAway.Init") // started before the first test
    private static ConfigurableApplicationContext service;

    @BeforeAll
    static void open() {
        for (var topic : List.of(Topic.COMMENT_VERDICTS, Topic.REGISTRY, Topic.PUBLICATIONS)) {
            WIRE.create(topic);
        }
        service = new SpringApplication(MonitoringApplication.class)
                .run(Stream.concat(
                                STACK.arguments().stream(),
                                Stream.of(
                                        "--server.port=0", "--management.server.port=0", "--qianfa.ticket.key=" + KEY))
                        .toArray(String[]::new));
    }

    @AfterAll
    static void close() {
        service.close();
        STACK.close();
    }

    @Test
    void aCommentItsFlagAndItsCaseBearTheTraceOfTheForm() throws IOException, InterruptedException {
        var answer = send(form().header(Traceparent.HEADER, BROUGHT));

        assertThat(answer.statusCode()).isEqualTo(303);
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(() -> {
                    assertThat(traceOf(Topic.COMMENTS, CommentReceived.class)).contains(TRACE);
                    assertThat(traceOf(Topic.COMMENTS, CommentFlagged.class)).contains(TRACE);
                    assertThat(traceOf(Topic.CASES, CaseOpened.class)).contains(TRACE);
                });
    }

    @Test
    void aProblemNamesTheTraceThatWasBrought() throws IOException, InterruptedException {
        var answer = send(HttpRequest.newBuilder(URI.create(url("/api/v1/cases")))
                .header(Traceparent.HEADER, BROUGHT)
                .GET());

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(JsonMapper.shared().readTree(answer.body()).get("traceId").asString())
                .isEqualTo(TRACE);
    }

    private static Optional<String> traceOf(Topic topic, Class<? extends Event> type) {
        return WIRE.records(topic.wireName()).stream()
                .map(Envelope::from)
                .filter(envelope -> envelope.type().equals(Event.typeOf(type)))
                .findFirst()
                .flatMap(envelope -> Traceparent.read(envelope.traceparent()))
                .map(Traceparent::id);
    }

    private static HttpRequest.Builder form() {
        var ticket = new TicketSeal(KEY).seal(new Ticket("post", "site.health", "health"));
        var fields = "ticket=%s&key=form-1&text=%s".formatted(ticket, URLEncoder.encode("你们这些废物,滚!", UTF_8));
        return HttpRequest.newBuilder(URI.create(url("/site/site.health/posts/post/comments")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields));
    }

    private static String url(String path) {
        return "http://127.0.0.1:" + service.getEnvironment().getProperty("local.server.port") + path;
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }
}
