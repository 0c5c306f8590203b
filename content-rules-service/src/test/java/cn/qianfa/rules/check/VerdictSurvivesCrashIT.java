package cn.qianfa.rules.check;

import static cn.qianfa.contracts.stack.WireAssert.carryEveryNumberOnceInOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.qianfa.contracts.crash.CrashPoint;
import cn.qianfa.contracts.crash.FallingProcess;
import cn.qianfa.contracts.delivery.Envelope;
import cn.qianfa.contracts.delivery.EventJson;
import cn.qianfa.contracts.event.By;
import cn.qianfa.contracts.event.CommentReceived;
import cn.qianfa.contracts.event.DraftChecked;
import cn.qianfa.contracts.event.DraftSubmitted;
import cn.qianfa.contracts.event.Finding;
import cn.qianfa.contracts.event.Topic;
import cn.qianfa.contracts.stack.EmbeddedStack;
import cn.qianfa.contracts.stack.Wire;
import cn.qianfa.rules.RulesApplication;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A verdict is made of an event and stored nowhere: the same one is made again after a fall. */
@Tag("article-10")
class VerdictSurvivesCrashIT {
    private static final EmbeddedStack STACK = EmbeddedStack.start();
    private static final Wire WIRE = new Wire(STACK);

    @SuppressWarnings("NullAway.Init") // started before the first test, and again after every fall
    private static FallingProcess service;

    @BeforeAll
    static void open() {
        WIRE.create(Topic.DRAFTS);
        WIRE.create(Topic.COMMENTS);
        service = start();
    }

    @AfterAll
    static void close() {
        service.close();
        STACK.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"BEFORE_REACTION", "BEFORE_SEND", "AFTER_ACKNOWLEDGEMENT", "AFTER_COMMIT"})
    void answersEverySubmissionUnderItsNumber(CrashPoint point) {
        var draft = UUID.randomUUID().toString();
        var first = Wire.envelope(Topic.DRAFTS, submitted(draft, 1), 1);
        service.order("arm " + point);

        WIRE.send(first);
        assertThat(service.awaitFall()).contains(point);
        service = start();
        WIRE.send(Wire.envelope(Topic.DRAFTS, submitted(draft, 2), 2));

        eventually().untilAsserted(() -> carryEveryNumberOnceInOrder(verdictsOn(draft), 2));
        assertThat(verdictsOn(draft).getFirst().id()).isEqualTo(first.id());
    }

    @Test
    void saysWhereAndWhy() {
        var draft = UUID.randomUUID().toString();

        WIRE.send(Wire.envelope(Topic.DRAFTS, submitted(draft, 1), 1));

        eventually().until(() -> !verdictsOn(draft).isEmpty());
        var verdict = EventJson.read(verdictsOn(draft).getFirst().data(), DraftChecked.class);
        assertThat(verdict.findings()).singleElement().satisfies(VerdictSurvivesCrashIT::saysEverything);
        assertThat(verdict.contentHash()).isEqualTo("hash-1");
    }

    private static void saysEverything(Finding finding) {
        assertThat(finding.article()).isEqualTo("A10-7");
        assertThat("咨询请拨打手机13812345678。".substring(finding.start(), finding.end()))
                .isEqualTo("13812345678");
        assertThat(finding.remedy()).startsWith("改用单位公开电话");
        assertThat(finding.matched()).isEqualTo("mobile-number");
        assertThat(finding.english())
                .extracting(Finding.English::remedy)
                .asString()
                .startsWith("Use the office number");
    }

    @Test
    void answersEveryComment() {
        var comment = UUID.randomUUID().toString();

        WIRE.send(Wire.envelope(
                Topic.COMMENTS,
                new CommentReceived(comment, "health", "site.health", "post", "路灯坏了怎么办?", Instant.now()),
                1));

        eventually().until(() -> !WIRE.events(Topic.COMMENT_VERDICTS, comment).isEmpty());
    }

    private static List<Envelope> verdictsOn(String draft) {
        return WIRE.events(Topic.DRAFT_VERDICTS, draft);
    }

    private static DraftSubmitted submitted(String draft, int submission) {
        return new DraftSubmitted(
                draft,
                "health",
                new By("drafter.health", "health", List.of("DRAFTER")),
                submission,
                "CONVENIENCE",
                "ORDINARY",
                "咨询请拨打手机13812345678。",
                "hash-" + submission,
                Instant.now());
    }

    private static FallingProcess start() {
        var settings = Stream.concat(
                        STACK.arguments().stream(), Stream.of("--server.port=0", "--management.server.port=0"))
                .toList();
        return FallingProcess.start(List.of(RulesApplication.class), settings);
    }

    private static ConditionFactory eventually() {
        return await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(100));
    }
}
