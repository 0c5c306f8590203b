package cn.qianfa.monitoring.crash;

import static cn.qianfa.monitoring.alert.smtp.MailServer.all;
import static cn.qianfa.monitoring.alert.smtp.MailServer.header;
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
import cn.qianfa.monitoring.alert.smtp.MailServer;
import cn.qianfa.monitoring.alert.smtp.MailServer.At;
import cn.qianfa.monitoring.crash.AlertFalls.Fall;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever falls, the officer on duty is mailed, at least once and under the same id, and a flood stays within its budget. */
@Tag("article-13")
class MailSurvivesCrashIT {
    private static final int BUDGET = 4;
    private static final Duration WINDOW = Duration.ofSeconds(5);
    private static final EmbeddedStack STACK = EmbeddedStack.start();
    private static final Wire WIRE = new Wire(STACK);
    private static final MongoClient STORE = MongoClients.create(STACK.mongoUri());
    private static final MailServer SERVER = new MailServer();

    @SuppressWarnings("NullAway.Init") // started before the first test, and again after every fall
    private static FallingProcess service;

    @BeforeAll
    static void open() {
        for (var topic : List.of(Topic.COMMENT_VERDICTS, Topic.REGISTRY, Topic.PUBLICATIONS)) {
            WIRE.create(topic);
        }
        for (var unit : List.of("health", "water", "roads")) {
            var parent = unit.equals("health") ? null : "health";
            WIRE.send(Wire.envelope(Topic.REGISTRY, new UnitRegistered(unit, unit, parent, Instant.now()), 1));
            var officer = "duty." + unit;
            var roles = List.of("DUTY_OFFICER");
            var address = officer + "@district.example";
            var appointed = new StaffAppointed(officer, unit, "值班员", roles, Instant.now(), Instant.now(), address);
            WIRE.send(Wire.envelope(Topic.REGISTRY, appointed, 1));
        }
        service = start();
        eventually().until(() -> WIRE.hasTakenAllOf(Topic.REGISTRY, "monitoring.registry"));
    }

    @AfterAll
    static void close() {
        service.close();
        SERVER.close();
        STORE.close();
        STACK.close();
    }

    @BeforeEach
    void begin() {
        SERVER.isFriendly();
        if (!service.isAlive()) {
            service = start();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"BEFORE_CALL", "BEFORE_MARK"})
    void arrivesUnderTheSameId(Fall fall) {
        service.order("fall " + fall);
        var alert = flag(fall == Fall.BEFORE_CALL ? "health" : "water") + ".1";
        eventually().until(() -> !service.isAlive());
        assertThat(state(alert)).isEqualTo("RINGING");
        assertThat(heard(alert)).hasSize(fall == Fall.BEFORE_CALL ? 0 : 1);

        service = start();

        eventually().until(() -> state(alert).equals("DELIVERED"));
        assertThat(heard(alert))
                .hasSize(fall == Fall.BEFORE_CALL ? 1 : 2)
                .allMatch(heard(alert).getFirst()::equals);
    }

    @Test
    void keepsAFloodToItsBudgetThoughItsSenderWasKilledInTheMiddleOfADigest() {
        SERVER.behaves((at, address) -> {
            if (at == At.DATA
                    && address.equals("taken")
                    && SERVER.heard().stream().anyMatch(this::isDigest)) {
                service.close();
            }
        });
        var flood = new ArrayList<String>();
        for (var number = 0; number < 60; number++) {
            flood.add(flag("roads") + ".1");
        }
        eventually().until(() -> !service.isAlive());
        SERVER.isFriendly();

        service = start();

        eventually().until(() -> flood.stream().allMatch(alert -> state(alert).equals("DELIVERED")));
        var mails = SERVER.heard().stream()
                .filter(mail -> header(mail, "To").startsWith("duty.roads@"))
                .toList();
        assertThat(flood)
                .allSatisfy(
                        alert -> assertThat(mails).anyMatch(mail -> all(mail).contains(alert)));
        assertThat(mails)
                .anyMatch(this::isDigest)
                .allSatisfy(mail -> assertThat(soonAfter(mail, mails))
                        .as("one more than the budget: what was cut off goes once more")
                        .isLessThanOrEqualTo(BUDGET + 1));
    }

    /** How many were sent within the budget's window from this one on; a mail's date has whole seconds. */
    private static long soonAfter(MimeMessage one, List<MimeMessage> mails) {
        var from = sentAt(one);
        return mails.stream()
                .map(MailSurvivesCrashIT::sentAt)
                .filter(at ->
                        !at.isBefore(from) && at.isBefore(from.plus(WINDOW).minusSeconds(1)))
                .count();
    }

    private static Instant sentAt(MimeMessage mail) {
        try {
            return mail.getSentDate().toInstant();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean isDigest(MimeMessage mail) {
        return header(mail, "Message-ID").startsWith("<digest.") && all(mail).contains("roads");
    }

    /** @return the comment, which is also the case */
    private static String flag(String unit) {
        var comment = UUID.randomUUID().toString();
        var why = new CommentFlagged.Reason("sentiment", "hostile", 0.9);
        var flag =
                new CommentFlagged(comment, unit, "site." + unit, "post", "URGENT", List.of(why), null, Instant.now());
        WIRE.send(Wire.envelope(Topic.COMMENTS, flag, 1));
        return comment;
    }

    /** The ids of the mails of one alert. */
    private static List<String> heard(String alert) {
        return SERVER.heard().stream()
                .map(mail -> header(mail, "Message-ID"))
                .filter(id -> id.contains(alert + "@"))
                .toList();
    }

    private static String state(String alert) {
        var found = STORE.getDatabase("monitoring")
                .getCollection("alerts")
                .find(Filters.eq(alert + "/mail"))
                .first();
        return found == null ? "" : found.getString("state");
    }

    private static FallingProcess start() {
        var settings = Stream.concat(
                        STACK.arguments().stream(),
                        Stream.of(
                                "--server.port=0",
                                "--management.server.port=0",
                                "--qianfa.ticket.key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                                "--qianfa.mail.host=127.0.0.1",
                                "--qianfa.mail.port=" + SERVER.port(),
                                "--qianfa.mail.from=alerts@district.example",
                                "--qianfa.mail.timeout=500ms",
                                "--qianfa.mail.budget=" + BUDGET,
                                "--qianfa.mail.window=" + WINDOW))
                .toList();
        return FallingProcess.start(List.of(MonitoringApplication.class, AlertOrders.class), settings);
    }

    private static ConditionFactory eventually() {
        return await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(50));
    }
}
