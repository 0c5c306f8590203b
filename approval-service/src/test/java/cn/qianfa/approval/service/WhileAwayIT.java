package cn.qianfa.approval.service;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qianfa.approval.service.Client.Answer;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What is answered while broker or store is away: drafting goes on as long as it can, and then it is said why not. */
@ServiceTest
class WhileAwayIT {
    /** 4 MiB, by submissions of some 60 KB each. */
    private static final int MORE_THAN_ENOUGH = 150;

    private static final Duration THE_GATEWAY_WAITS = Duration.ofSeconds(10);

    private final RunningApproval approval;
    private final Town town;

    WhileAwayIT(RunningApproval approval) {
        this.approval = approval;
        this.town = new Town(approval);
    }

    @Test
    void aDraftWithTooMuchToAnnounceTakesNoMoreCommandsUntilTheBrokerIsBack() {
        var id = town.written("字".repeat(20_000));

        approval.stack().withoutBroker(() -> {
            var answer = submitted(id);
            for (var time = 0; time < MORE_THAN_ENOUGH && answer.status() == 202; time++) {
                recalled(id);
                answer = submitted(id);
            }

            assertThat(answer.status()).isEqualTo(429);
            assertThat(answer.problem()).isEqualTo("backlog");
            assertThat(answer.header("Retry-After")).isEqualTo("2");
            assertThat(approval.as(town.drafter).get("/api/v1/drafts/" + id).status())
                    .isEqualTo(200);
            assertThat(town.written("其他稿件照常起草")).isNotEmpty();
        });

        Town.eventually().until(() -> submitted(id).status() == 202);
    }

    @Test
    void isUnavailableWithoutItsStoreBeforeTheGatewayGivesUpWaiting() {
        var id = town.written("通知");

        approval.stack().withoutStore(() -> isUnavailable(id));

        isBack(id);
    }

    @Test
    void isUnavailableWhereItsStoreSaysNothingBeforeTheGatewayGivesUpWaiting() {
        var id = town.written("通知");

        approval.stack().withSilentStore(() -> isUnavailable(id));

        isBack(id);
    }

    private void isUnavailable(String id) {
        var start = Instant.now();
        var answer = submitted(id);

        assertThat(Duration.between(start, Instant.now())).isLessThan(THE_GATEWAY_WAITS);
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.problem()).isEqualTo("unavailable");
        assertThat(answer.header("Retry-After")).isEqualTo("2");
    }

    private void isBack(String id) {
        Town.eventually()
                .until(() ->
                        approval.as(town.drafter).get("/api/v1/drafts/" + id).status() == 200);
    }

    private Answer submitted(String id) {
        return approval.as(town.drafter).post("/api/v1/drafts/%s/submission".formatted(id), "");
    }

    private void recalled(String id) {
        approval.as(town.drafter).delete("/api/v1/drafts/%s/submission".formatted(id));
    }
}
