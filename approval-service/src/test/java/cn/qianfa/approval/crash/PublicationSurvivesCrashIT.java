package cn.qianfa.approval.crash;

import static cn.qianfa.contracts.stack.WireAssert.carryEveryNumberOnceInOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.qianfa.approval.ApprovalApplication;
import cn.qianfa.contracts.crash.CrashPoint;
import cn.qianfa.contracts.crash.FallingProcess;
import cn.qianfa.contracts.event.Topic;
import cn.qianfa.contracts.stack.EmbeddedStack;
import cn.qianfa.contracts.stack.Wire;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.time.Duration;
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

/** A real service falls while it publishes, before its call's outcome is known or after, and is started again. */
@Tag("article-7")
class PublicationSurvivesCrashIT {
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
        service.order("open");
    }

    @AfterAll
    static void close() {
        service.close();
        STORE.close();
        STACK.close();
    }

    /** The post stands on the pages, but the service falls before it has noted so. */
    @ParameterizedTest
    @EnumSource(names = {"BEFORE_SAVE", "AFTER_SAVE"})
    void aFallAroundTheOutcomeLeavesOnePost(CrashPoint point) {
        var draft = service.order("sign");
        service.order("release " + draft);
        eventually().until(() -> state(draft).equals("WAITING"));

        service.order("arm " + point);
        assertThat(service.awaitFall()).contains(point);
        assertThat(state(draft)).isEqualTo(point == CrashPoint.BEFORE_SAVE ? "PUBLISHING" : "PUBLISHED");
        service = start();

        standsThereOnce(draft);
    }

    @ParameterizedTest
    @EnumSource(names = {"BEFORE_EFFECT", "AFTER_EFFECT"})
    void aFallAroundTheSchedulingLeavesOnePost(CrashPoint point) {
        var draft = service.order("sign");

        service.arm(point, Topic.DRAFTS);
        service.order("release " + draft);
        assertThat(service.awaitFall()).contains(point);
        service = start();

        standsThereOnce(draft);
    }

    private static void standsThereOnce(String draft) {
        eventually().until(() -> state(draft).equals("PUBLISHED"));
        eventually().until(() -> publication(draft).getFirst().get("pendingAt") == null);
        assertThat(publication(draft)).hasSize(1);
        var id = publication(draft).getFirst().getString("_id");
        assertThat(collection("posts").countDocuments(Filters.eq("marker", id))).isEqualTo(1);
        var events = WIRE.events(Topic.PUBLICATIONS, id);
        carryEveryNumberOnceInOrder(events, 2);
        assertThat(events).extracting(event -> event.type()).contains("PublicationScheduled.v1", "Published.v1");
    }

    private static String state(String draft) {
        var found = publication(draft);
        return found.isEmpty()
                ? ""
                : found.getFirst().get("publication", Document.class).getString("state");
    }

    private static List<Document> publication(String draft) {
        return collection("publications")
                .find(Filters.eq("publication.draft", draft))
                .into(new ArrayList<>());
    }

    private static MongoCollection<Document> collection(String name) {
        return STORE.getDatabase("approval").getCollection(name);
    }

    private static FallingProcess start() {
        var settings = Stream.concat(
                        STACK.arguments().stream(),
                        Stream.of(
                                "--server.port=0",
                                "--management.server.port=0",
                                "--qianfa.site.ticket-key=" + TICKET_KEY))
                .toList();
        return FallingProcess.start(List.of(ApprovalApplication.class, PublisherOrders.class), settings);
    }

    private static ConditionFactory eventually() {
        return await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(50));
    }
}
