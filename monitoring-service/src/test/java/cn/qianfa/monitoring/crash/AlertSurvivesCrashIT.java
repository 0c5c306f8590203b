package cn.qianfa.monitoring.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.qianfa.contracts.crash.FallingProcess;
import cn.qianfa.contracts.event.CommentFlagged;
import cn.qianfa.contracts.event.StaffAppointed;
import cn.qianfa.contracts.event.Topic;
import cn.qianfa.contracts.event.UnitRegistered;
import cn.qianfa.contracts.stack.EmbeddedStack;
import cn.qianfa.contracts.stack.Wire;
import cn.qianfa.monitoring.MonitoringApplication;
import cn.qianfa.monitoring.crash.AlertFalls.Fall;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever falls, the officer on duty is told, at least once and under the same id. */
@Tag("article-13")
class AlertSurvivesCrashIT {
    private static final String TICKET_KEY = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    private static final String WEBHOOK_KEY = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final EmbeddedStack STACK = EmbeddedStack.start();
    private static final Wire WIRE = new Wire(STACK);
    private static final MongoClient STORE = MongoClients.create(STACK.mongoUri());
    private static final ListeningReceiver RECEIVER = new ListeningReceiver();

    @SuppressWarnings("NullAway.Init") // started before the first test, and again after every fall
    private static FallingProcess service;

    @BeforeAll
    static void open() {
        for (var topic : List.of(Topic.COMMENT_VERDICTS, Topic.REGISTRY, Topic.PUBLICATIONS)) {
            WIRE.create(topic);
        }
        WIRE.send(Wire.envelope(Topic.REGISTRY, new UnitRegistered("health", "卫健局", null, Instant.now()), 1));
        for (var officer : List.of("duty1.health", "duty2.health")) {
            var roles = List.of("DUTY_OFFICER");
            var appointed = new StaffAppointed(officer, "health", "值班员", roles, Instant.now(), Instant.now());
            WIRE.send(Wire.envelope(Topic.REGISTRY, appointed, 1));
        }
        service = start("10m");
        eventually().until(() -> WIRE.hasTakenAllOf(Topic.REGISTRY, "monitoring.registry"));
    }

    @AfterAll
    static void close() {
        service.close();
        RECEIVER.close();
        STORE.close();
        STACK.close();
    }

    @BeforeEach
    void begin() {
        RECEIVER.meanwhile(() -> {});
        RECEIVER.answer(204);
        if (!service.isAlive()) {
            service = start("10m");
        }
    }

    @ParameterizedTest
    @EnumSource
    void arrivesUnderTheSameId(Fall fall) {
        service.order("fall " + fall);
        var alert = flag() + ".1";
        eventually().until(() -> !service.isAlive());
        assertThat(alert(alert).getString("state")).isEqualTo(fall == Fall.AFTER_MARK ? "DELIVERED" : "RINGING");
        assertThat(alert(alert).getInteger("tries")).isEqualTo(fall == Fall.AFTER_RECORDED ? 0 : 1);
        var before = RECEIVER.heard(alert).size();
        assertThat(before).isEqualTo(fall.compareTo(Fall.BEFORE_MARK) < 0 ? 0 : 1);

        service = start("10m");

        isDelivered(alert);
        isDelivered(flag() + ".1"); // a later one is through, and so is whatever was before it
        assertThat(RECEIVER.heard(alert))
                .hasSize(fall == Fall.BEFORE_MARK ? 2 : 1)
                .extracting(ListeningReceiver.Call::body)
                .allMatch(RECEIVER.heard(alert).getFirst().body()::equals);
    }

    @Test
    void arrivesAgainWhereItsSenderWasKilledDuringTheCall() {
        RECEIVER.meanwhile(() -> service.close());

        var alert = flag() + ".1";
        eventually().until(() -> !service.isAlive());
        RECEIVER.meanwhile(() -> {});
        service = start("10m");

        isDelivered(alert);
        assertThat(RECEIVER.heard(alert)).hasSize(2);
    }

    @Test
    void arrivesOnceTheReceiverIsBack() {
        RECEIVER.away();
        var alert = flag() + ".1";
        eventually().until(() -> tries(alert) >= 2);
        service.close();
        service = start("10m");
        var triesBefore = tries(alert);
        eventually().until(() -> tries(alert) > triesBefore);

        RECEIVER.back();

        isDelivered(alert);
        assertThat(RECEIVER.heard(alert)).hasSize(1);
    }

    @Test
    void isNotSentAgainOnceSomebodyAcknowledged() {
        RECEIVER.answer(500);
        var comment = flag();
        eventually().until(() -> tries(comment + ".1") >= 2);

        assertThat(service.order("acknowledge " + comment)).isEqualTo("Done");
        service.close();
        var before = RECEIVER.heard(comment + ".1").size();
        RECEIVER.answer(204);
        service = start("10m");

        eventually().until(() -> state(comment + ".1").equals("ACKNOWLEDGED"));
        isDelivered(flag() + ".1");
        assertThat(RECEIVER.heard(comment + ".1")).hasSize(before);
    }

    @Test
    void goesToTheNextOfficerThoughTheServiceFellMeanwhile() {
        service.close();
        service = start("8s");
        var comment = flag();
        isDelivered(comment + ".1");
        service.close();
        assertThat(state(comment + ".2")).isEmpty();
        service = start("8s");

        isDelivered(comment + ".2");
        service.order("acknowledge " + comment); // rings no further, and not into other tests
        service.close();
        assertThat(RECEIVER.heard(comment + ".1"))
                .singleElement()
                .satisfies(call -> assertThat(call.body()).contains("\"staff\":\"duty1.health\""));
        assertThat(RECEIVER.heard(comment + ".2").getFirst().body()).contains("\"staff\":\"duty2.health\"");
    }

    /** @return the comment, which is also the case */
    private static String flag() {
        var comment = UUID.randomUUID().toString();
        var why = new CommentFlagged.Reason("sentiment", "hostile", 0.9);
        var flag = new CommentFlagged(
                comment, "health", "site.health", "post", "URGENT", List.of(why), null, Instant.now());
        WIRE.send(Wire.envelope(Topic.COMMENTS, flag, 1));
        return comment;
    }

    private static void isDelivered(String alert) {
        eventually().until(() -> state(alert).equals("DELIVERED"));
    }

    private static String state(String alert) {
        return stored(alert).map(found -> found.getString("state")).orElse("");
    }

    private static int tries(String alert) {
        return stored(alert).map(found -> found.getInteger("tries")).orElse(0);
    }

    private static Document alert(String alert) {
        return stored(alert).orElseThrow();
    }

    private static Optional<Document> stored(String alert) {
        return Optional.ofNullable(STORE.getDatabase("monitoring")
                .getCollection("alerts")
                .find(Filters.eq(alert))
                .first());
    }

    private static FallingProcess start(String escalation) {
        var settings = Stream.concat(
                        STACK.arguments().stream(),
                        Stream.of(
                                "--server.port=0",
                                "--management.server.port=0",
                                "--qianfa.ticket.key=" + TICKET_KEY,
                                "--qianfa.alert.escalation=" + escalation,
                                "--qianfa.webhook.url=" + RECEIVER.url(),
                                "--qianfa.webhook.key=" + WEBHOOK_KEY))
                .toList();
        return FallingProcess.start(List.of(MonitoringApplication.class, AlertOrders.class), settings);
    }

    private static ConditionFactory eventually() {
        return await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(50));
    }
}
