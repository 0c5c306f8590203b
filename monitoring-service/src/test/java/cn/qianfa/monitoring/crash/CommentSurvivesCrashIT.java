package cn.qianfa.monitoring.crash;

import static cn.qianfa.contracts.stack.WireAssert.carryEveryNumberOnceInOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.qianfa.contracts.crash.CrashPoint;
import cn.qianfa.contracts.crash.FallingProcess;
import cn.qianfa.contracts.event.Topic;
import cn.qianfa.contracts.stack.EmbeddedStack;
import cn.qianfa.contracts.stack.Wire;
import cn.qianfa.monitoring.MonitoringApplication;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A form that got no answer is sent again: one comment, its arrival and its flag announced once. */
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
        assertThat(service.fall(point, "comment " + point)).contains(point);
        service = start();
        var comment = service.order("comment " + point);

        eventually()
                .untilAsserted(
                        () -> assertThat(stored(comment).get("pendingAt")).isNull());
        carryEveryNumberOnceInOrder(WIRE.events(Topic.COMMENTS, comment), 2);
        assertThat(comments().countDocuments(Filters.eq("createKey", "form|" + point)))
                .isOne();
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
