package cn.qianfa.monitoring.service;

import static cn.qianfa.monitoring.alert.smtp.MailServer.all;
import static cn.qianfa.monitoring.alert.smtp.MailServer.header;
import static cn.qianfa.monitoring.service.RunningMonitoring.OFFICER;
import static cn.qianfa.monitoring.service.RunningMonitoring.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qianfa.monitoring.alert.smtp.MailServer;
import cn.qianfa.monitoring.alert.smtp.MailServer.At;
import cn.qianfa.monitoring.alert.smtp.MailServer.No;
import jakarta.mail.internet.MimeMessage;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A comment under a post becomes a mail to the officer on duty, and what came of that is seen on its alert. */
@ServiceTest
@Tag("article-13")
class MailIT {
    private static final String CANARY = "金丝雀";

    private final RunningMonitoring monitoring;
    private final MailServer mail;

    MailIT(RunningMonitoring monitoring) {
        this.monitoring = monitoring;
        this.mail = monitoring.mail();
    }

    @AfterEach
    void befriend() {
        mail.isFriendly();
    }

    private String comment(String text) {
        var post = "post-" + UUID.randomUUID();
        monitoring.send(post, monitoring.ticket(post), text, UUID.randomUUID().toString());
        return monitoring.under(post).json().get("items").get(0).get("id").asString();
    }

    private Optional<MimeMessage> mailOf(String comment) {
        return mail.heard().stream()
                .filter(one -> header(one, "Message-ID").contains(comment + ".1@"))
                .findFirst();
    }

    /** As the alert shows it. */
    private JsonNode telling(String comment) {
        var alerts =
                monitoring.as(OFFICER).get("/api/v1/alerts?limit=200").json().get("items");
        return StreamSupport.stream(alerts.spliterator(), false)
                .filter(alert -> alert.get("caseId").asString().equals(comment))
                .flatMap(alert -> StreamSupport.stream(alert.get("tellings").spliterator(), false))
                .filter(telling -> telling.get("way").asString().equals("MAIL"))
                .findFirst()
                .orElseThrow();
    }

    private void becomes(String comment, String state) {
        eventually()
                .ignoreExceptionsMatching(e -> e instanceof NoSuchElementException)
                .until(() -> telling(comment).get("state").asString().equals(state));
    }

    @Test
    void isSentWithoutTheCommentsWordsAndItsReceiptIsSeen() {
        var comment = comment(CANARY + "你们这些废物,滚!" + CANARY);

        becomes(comment, "SENT");

        var sent = mailOf(comment).orElseThrow();
        assertThat(header(sent, "To")).isEqualTo("duty1.health@health.example");
        assertThat(all(sent)).contains("health", "辱骂", "紧急", comment + ".1").doesNotContain(CANARY, "废物");
        var telling = telling(comment);
        assertThat(telling.get("staff").asString()).isEqualTo("duty1.health");
        assertThat(telling.get("attempts").get(0).get("outcome").asString()).isEqualTo("SENT");
        assertThat(telling.get("attempts").get(0).get("said").asString()).startsWith("250 2.0.0 queued as Q");
        assertThat(telling.toString()).doesNotContain("@");
    }

    @Test
    void isRefusedVisiblyAndTheCaseStaysOpen() {
        mail.says(At.RCPT, new No(550, "5.1.1 <duty1.health@health.example>: unknown"));

        var comment = comment("你们这些废物,滚!");

        becomes(comment, "REFUSED");
        assertThat(telling(comment).toString()).contains("5.1.1").doesNotContain("@");
        assertThat(monitoring
                        .as(OFFICER)
                        .get("/api/v1/cases/" + comment)
                        .json()
                        .get("state")
                        .asString())
                .isEqualTo("OPEN");
    }

    @Test
    void isPutOffVisiblyAndSentLater() {
        mail.says(At.DATA, new No(451, "4.3.0 later"));
        var comment = comment("你们这些废物,滚!");
        becomes(comment, "WAITING");
        eventually().until(() -> !telling(comment).get("attempts").isEmpty());
        assertThat(telling(comment).get("attempts").get(0).get("outcome").asString())
                .isEqualTo("DEFERRED");
        assertThat(telling(comment).get("nextTryAt").isNull()).isFalse();

        mail.isFriendly();

        becomes(comment, "SENT");
        assertThat(telling(comment).get("tries").asInt()).isGreaterThanOrEqualTo(2);
    }
}
