package cn.qianfa.monitoring.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.qianfa.contracts.delivery.Envelope;
import cn.qianfa.contracts.event.By;
import cn.qianfa.contracts.event.Event;
import cn.qianfa.contracts.event.PublicationFailed;
import cn.qianfa.contracts.event.Published;
import cn.qianfa.contracts.event.Topic;
import cn.qianfa.contracts.identity.Actor;
import cn.qianfa.contracts.identity.Role;
import cn.qianfa.contracts.stack.EmbeddedStack;
import cn.qianfa.contracts.stack.Wire;
import cn.qianfa.monitoring.MonitoringApplication;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A follower goes on behind an event that an administrator of the district skipped. */
class OperationsIT {
    private static final String OPERATIONS = "/api/v1/operations/monitoring";
    private static final Actor ADMIN = new Actor("admin", "district", Set.of(Role.ADMIN));
    private static final By PUBLISHER = new By("publisher.health", "health", List.of("PUBLISHER"));
    private static final EmbeddedStack STACK = EmbeddedStack.start();
    private static final Wire WIRE = new Wire(STACK);
    private static final GatewayKeys GATEWAY = new GatewayKeys();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

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
                                        "--server.port=0",
                                        "--management.server.port=0",
                                        "--qianfa.gateway.url=" + GATEWAY.url(),
                                        "--qianfa.ticket.key=" + "A".repeat(43)))
                        .toArray(String[]::new));
    }

    @AfterAll
    static void close() {
        service.close();
        GATEWAY.close();
        STACK.close();
    }

    private static ConditionFactory eventually() {
        return await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(50));
    }

    private static HttpResponse<String> send(Actor by, HttpRequest.Builder request) {
        try {
            return HTTP.send(
                    request.header("Authorization", "Bearer " + GATEWAY.token(by))
                            .build(),
                    BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpRequest.Builder at(String path) {
        return HttpRequest.newBuilder(URI.create(
                "http://127.0.0.1:" + service.getEnvironment().getProperty("local.server.port") + OPERATIONS + path));
    }

    private static HttpResponse<String> get(Actor by, String path) {
        return send(by, at(path).GET());
    }

    private static HttpResponse<String> post(Actor by, String path, String body) {
        return send(
                by,
                at(path).header("Content-Type", "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(BodyPublishers.ofString(body)));
    }

    private static Envelope at(String publication, long seq, Event event, boolean whole) {
        var envelope = Wire.envelope(Topic.PUBLICATIONS, event, seq);
        return new Envelope(
                envelope.topic(),
                publication,
                seq,
                publication + seq,
                envelope.type(),
                envelope.source(),
                envelope.time(),
                null,
                whole ? envelope.data() : "{".getBytes(UTF_8));
    }

    private static Document post(String publication) {
        return service
                .getBean(MongoDatabase.class)
                .getCollection("posts")
                .find(Filters.eq(publication))
                .into(new java.util.ArrayList<>())
                .stream()
                .findFirst()
                .orElse(new Document("seq", 0L));
    }

    private static JsonNode parked(String publication) {
        return eventually()
                .until(
                        () -> JsonMapper.shared()
                                .readTree(get(ADMIN, "/parked?limit=200").body())
                                .get("items")
                                .valueStream()
                                .filter(one -> one.get("key").asString().equals(publication))
                                .toList(),
                        found -> !found.isEmpty())
                .getFirst();
    }

    @Test
    void aFollowerGoesOnBehindWhatWasSkipped() {
        var publication = "p-" + UUID.randomUUID();
        var published = new Published(
                publication, "d", "site.health", "health", PUBLISHER, "hash", publication, "/site/1", Instant.now());
        var failed = new PublicationFailed(publication, "d", "site.health", "health", "reason", Instant.now());
        WIRE.send(at(publication, 1, published, true));
        WIRE.send(at(publication, 2, failed, false));
        WIRE.send(at(publication, 3, failed, true));

        var parked = parked(publication);
        eventually().until(() -> parked(publication).get("waiting").asInt() == 2);
        assertThat(parked.get("first").get("seq").asLong()).isEqualTo(2);
        assertThat(post(publication).getLong("seq")).isEqualTo(1);
        var path = "/parked/" + parked.get("id").asString() + "/skip";
        assertThat(post(ADMIN, path, "{\"event\":\"%s2\"}".formatted(publication))
                        .statusCode())
                .isEqualTo(422);
        var answer = post(ADMIN, path, "{\"event\":\"%s2\",\"reason\":\"没有影响\"}".formatted(publication));

        assertThat(answer.body()).isEqualTo("{\"done\":2,\"left\":0}");
        assertThat(post(publication).getLong("seq")).isEqualTo(3);
        WIRE.send(at(publication, 4, failed, true));
        eventually()
                .untilAsserted(
                        () -> assertThat(post(publication).getLong("seq")).isEqualTo(4));
        assertThat(get(ADMIN, "/interventions").body()).contains("\"SKIP\"", publication, "没有影响");
    }

    @ParameterizedTest
    @EnumSource
    @Tag("check-04")
    void isOpenToAdministratorsOfTheDistrictAlone(Role role) {
        isAllowed(new Actor("one", "district", Set.of(role)), role == Role.ADMIN);
        isAllowed(new Actor("two", "health", Set.of(role)), false);
    }

    private static void isAllowed(Actor by, boolean allowed) {
        for (var list : Set.of("/parked", "/interventions")) {
            assertThat(get(by, list).statusCode()).isEqualTo(allowed ? 200 : 403);
        }
        for (var act : Set.of("replay", "repair", "skip")) {
            assertThat(post(by, "/parked/unknown/" + act, "{}").statusCode()).isEqualTo(allowed ? 404 : 403);
        }
    }
}
