package cn.qianfa.monitoring.service;

import static cn.qianfa.monitoring.service.RunningMonitoring.OFFICER;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is answered while the store is away, before the gateway gives up waiting. */
@ServiceTest
class WhileAwayIT {
    private static final Duration THE_GATEWAY_WAITS = Duration.ofSeconds(10);

    private final RunningMonitoring monitoring;

    WhileAwayIT(RunningMonitoring monitoring) {
        this.monitoring = monitoring;
    }

    @Test
    @Tag("article-12")
    void aFormIsAskedForAgainAndCountsOnce() {
        var post = "post-" + UUID.randomUUID();
        var key = UUID.randomUUID().toString();

        monitoring.stack().withoutStore(() -> {
            var start = Instant.now();
            var answer = monitoring.send(post, monitoring.ticket(post), "停电期间的评论", key);

            assertThat(Duration.between(start, Instant.now())).isLessThan(THE_GATEWAY_WAITS);
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.header("Retry-After")).isEqualTo("2");
            assertThat(answer.text()).contains("尚未提交");
        });

        RunningMonitoring.eventually()
                .until(() -> monitoring
                                .send(post, monitoring.ticket(post), "停电期间的评论", key)
                                .status()
                        == 303);
        assertThat(monitoring.under(post).json().get("items")).hasSize(1);
    }

    @Test
    void anOfficerIsToldThatItIsUnavailable() {
        monitoring.stack().withoutStore(() -> {
            var answer = monitoring.as(OFFICER).get("/api/v1/comments");

            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.problem()).isEqualTo("unavailable");
            assertThat(answer.header("Retry-After")).isEqualTo("2");
        });

        RunningMonitoring.eventually()
                .until(() -> monitoring.as(OFFICER).get("/api/v1/comments").status() == 200);
    }
}
