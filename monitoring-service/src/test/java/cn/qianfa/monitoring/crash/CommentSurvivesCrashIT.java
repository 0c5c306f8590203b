package cn.qianfa.monitoring.crash;

import static cn.qianfa.contracts.stack.WireAssert.carryEveryNumberOnceInOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.qianfa.contracts.crash.CrashPoint;
import cn.qianfa.contracts.crash.FallingProcess;
import cn.qianfa.contracts.delivery.Envelope;
import cn.qianfa.contracts.event.CommentChecked;
import cn.qianfa.contracts.event.Finding;
import cn.qianfa.contracts.event.Topic;
import cn.qianfa.contracts.stack.EmbeddedStack;
import cn.qianfa.contracts.stack.Wire;
import cn.qianfa.monitoring.MonitoringApplication;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A form that got no answer is sent again: one comment, its arrival and its flag announced once. A verdict on it is taken in
 * once.
 */
@Tag("article-13")
class CommentSurvivesCrashIT {
    private static final String KEY = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    private static final EmbeddedStack STACK = EmbeddedStack.start();
    private static final Wire WIRE = new Wire(STACK);
    private static final MongoClient STORE = MongoClients.create(STACK.mongoUri());

    @SuppressWarnings("NullAway.Init") // started before the first test, and again after every fall
    private static FallingProcess service;

    @BeforeAll
    static void open() {
        for (var topic : List.of(Topic.COMMENT_VERDICTS, Topic.REGISTRY, Topic.PUBLICATIONS)) {
            WIRE.create(topic);
        }
        service = start();
    }

    /** One case that fails leaves the others their service. */
    @BeforeEach
    void restart() {
        if (!service.isAlive()) {
            service = start();
        }
    }

    @AfterAll
    static void close() {
        service.close();
        STORE.close();
        STACK.close();
    }

    @ParameterizedTest
    @EnumSource(
            names = {"BEFORE_SAVE", "AFTER_SAVE", "BEFORE_SEND", "AFTER_ACKNOWLEDGEMENT", "BEFORE_MARK", "AFTER_MARK"})
    void announcesAHostileCommentAndItsFlagOnce(CrashPoint point) {
        assertThat(service.fall(point, "hostile " + point)).contains(point);
        service = start();
        var comment = service.order("hostile " + point);

        eventually()
                .untilAsserted(
                        () -> assertThat(stored(comment).get("pendingAt")).isNull());
        carryEveryNumberOnceInOrder(WIRE.events(Topic.COMMENTS, comment), 2);
        assertThat(comments().countDocuments(Filters.eq("createKey", "form|" + point)))
                .isOne();
    }

    /**
     * Armed for the verdicts only. The case a hostile comment opens used to reach the point first, before the order to arm
     * it was answered; and as the service was not started again then, all the cases after it failed too.
     */
    @ParameterizedTest
    @EnumSource(names = {"BEFORE_REACTION", "BEFORE_EFFECT", "AFTER_EFFECT", "AFTER_COMMIT"})
    void takesAVerdictInOnce(CrashPoint point) {
        var comment = service.order("thankful " + point);
        service.arm(point, Topic.COMMENT_VERDICTS);

        WIRE.send(Wire.envelope(Topic.COMMENT_VERDICTS, warningAbout(comment), 1));
        assertThat(service.awaitFall()).contains(point);
        service = start();

        eventually().until(() -> WIRE.hasTakenAllOf(Topic.COMMENT_VERDICTS, "monitoring.comment-verdicts"));
        eventually().until(() -> stored(comment).get("pendingAt") == null);
        assertThat(stored(comment).getList("reasons", Document.class))
                .singleElement()
                .satisfies(reason -> assertThat(reason.getString("code")).isEqualTo("RuleOfATest"));
        assertThat(stored(comment).getLong("version")).isEqualTo(2);
        carryEveryNumberOnceInOrder(WIRE.events(Topic.COMMENTS, comment), 2);
        assertThat(WIRE.events(Topic.COMMENTS, comment))
                .extracting(Envelope::type)
                .contains("CommentFlagged.v1");
        assertThat(STORE.getDatabase("monitoring").getCollection("parked").countDocuments())
                .isZero();
    }

    private static CommentChecked warningAbout(String comment) {
        var warning = new Finding("RuleOfATest", "A10-9", "WARN", 0, 0, 2, "说明", "办法", List.of(), "term", null);
        return new CommentChecked(comment, "2026-11-24.2", "hash", List.of(warning), null, Instant.EPOCH);
    }

    private static FallingProcess start() {
        var settings = Stream.concat(
                        STACK.arguments().stream(),
                        Stream.of("--server.port=0", "--management.server.port=0", "--qianfa.ticket.key=" + KEY))
                .toList();
        return FallingProcess.start(List.of(MonitoringApplication.class, CommentOrders.class), settings);
    }

    private static ConditionFactory eventually() {
        return await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(50));
    }

    private static MongoCollection<Document> comments() {
        return STORE.getDatabase("monitoring").getCollection("comments");
    }

    private static Document stored(String comment) {
        return Objects.requireNonNull(comments().find(Filters.eq(comment)).first());
    }
}
