package cn.qianfa.approval.crash;

import static cn.qianfa.contracts.stack.WireAssert.carryEveryNumberOnceInOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.qianfa.approval.ApprovalApplication;
import cn.qianfa.contracts.crash.CrashPoint;
import cn.qianfa.contracts.crash.FallingProcess;
import cn.qianfa.contracts.delivery.EventJson;
import cn.qianfa.contracts.event.DraftChecked;
import cn.qianfa.contracts.event.DraftSubmitted;
import cn.qianfa.contracts.event.Topic;
import cn.qianfa.contracts.stack.EmbeddedStack;
import cn.qianfa.contracts.stack.Wire;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A real service falls between two steps and is started again; the drafter, who got no answer, asks again. */
@Tag("article-7")
class DraftSurvivesCrashIT {
    private static final EmbeddedStack STACK = EmbeddedStack.start();
    private static final Wire WIRE = new Wire(STACK);
    private static final String TICKET_KEY = "dGlja2V0cyBhcmUgc2VhbGVkIHdpdGggdGhpcyBrZXk";
    private static final MongoClient STORE = MongoClients.create(STACK.mongoUri());

    @SuppressWarnings("NullAway.Init") // started before the first test, and again after every fall
    private static FallingProcess service;

    @BeforeAll
    static void open() {
        WIRE.create(Topic.DRAFT_VERDICTS);
        service = start();
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
    void announcesWhatWasSubmittedOnceAndInOrder(CrashPoint point) {
        var draft = service.order("write " + point).split(" ")[0];

        assertThat(service.fall(point, "submit %s first".formatted(draft))).contains(point);
        service = start();
        assertThat(service.order("submit %s first".formatted(draft))).isEqualTo(draft + " 2");
        assertThat(service.order("recall " + draft)).isEqualTo(draft + " 3");
        assertThat(service.order("submit %s second".formatted(draft))).isEqualTo(draft + " 4");

        eventually()
                .untilAsserted(() -> assertThat(stored(draft).get("pendingAt")).isNull());
        carryEveryNumberOnceInOrder(WIRE.events(Topic.DRAFTS, draft), 3);
    }

    @ParameterizedTest
    @EnumSource(names = {"BEFORE_REACTION", "BEFORE_EFFECT", "AFTER_EFFECT", "AFTER_COMMIT"})
    void takesAVerdictInOnce(CrashPoint point) {
        var draft = service.order("write " + point).split(" ")[0];
        service.order("submit %s first".formatted(draft));
        eventually()
                .untilAsserted(() -> assertThat(stored(draft).get("pendingAt")).isNull());

        service.arm(point, Topic.DRAFT_VERDICTS);
        WIRE.send(Wire.envelope(Topic.DRAFT_VERDICTS, verdictOn(draft), 1));
        assertThat(service.awaitFall()).contains(point);
        service = start();

        eventually()
                .untilAsserted(
                        () -> assertThat(stored(draft).getLong("version")).isEqualTo(3));
        assertThat(stored(draft).get("draft", Document.class)).containsKey("verdict");

        assertThat(parked()).isZero();
    }

    private static FallingProcess start() {
        var settings = Stream.concat(
                        STACK.arguments().stream(),
                        Stream.of(
                                "--server.port=0",
                                "--management.server.port=0",
                                "--qianfa.site.ticket-key=" + TICKET_KEY))
                .toList();
        return FallingProcess.start(List.of(ApprovalApplication.class, DraftOrders.class), settings);
    }

    private static ConditionFactory eventually() {
        return await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(50));
    }

    private static DraftChecked verdictOn(String draft) {
        var submitted = WIRE.events(Topic.DRAFTS, draft).getFirst();
        var hash = EventJson.read(submitted.data(), DraftSubmitted.class).contentHash();
        return new DraftChecked(draft, 1, hash, "2026-11-24.1", "hash", List.of(), null, Instant.EPOCH);
    }

    private static Document stored(String draft) {
        return STORE.getDatabase("approval")
                .getCollection("drafts")
                .find(Filters.eq(draft))
                .into(new ArrayList<>())
                .getFirst();
    }

    private static long parked() {
        return STORE.getDatabase("approval").getCollection("parked").countDocuments();
    }
}
