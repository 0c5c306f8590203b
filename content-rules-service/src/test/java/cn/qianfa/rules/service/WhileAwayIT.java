package cn.qianfa.rules.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.qianfa.contracts.identity.Actor;
import cn.qianfa.contracts.identity.Role;
import cn.qianfa.rules.service.Client.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is answered while the store is away, before the gateway gives up waiting: editors are checked for all the same. */
@ServiceTest
class WhileAwayIT {
    private static final String PARKED = "/api/v1/operations/content-rules/parked";
    private static final Actor ADMIN = new Actor("admin", "district", Set.of(Role.ADMIN));
    private static final Actor DRAFTER = new Actor("drafter", "health", Set.of(Role.DRAFTER));
    private static final Duration THE_GATEWAY_WAITS = Duration.ofSeconds(10);

    private final RunningRules rules;

    WhileAwayIT(RunningRules rules) {
        this.rules = rules;
    }

    @Test
    void anAdministratorIsToldThatItIsUnavailable() {
        rules.stack().withoutStore(this::isUnavailableSoon);

        isBack();
    }

    @Test
    void anAdministratorIsToldThatItIsUnavailableIfTheStoreSaysNothing() {
        rules.stack().withSilentStore(this::isUnavailableSoon);

        isBack();
    }

    private void isUnavailableSoon() {
        var start = Instant.now();
        var answer = parked();

        assertThat(Duration.between(start, Instant.now())).isLessThan(THE_GATEWAY_WAITS);
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.problem()).isEqualTo("unavailable");
        assertThat(answer.header("Retry-After")).isEqualTo("2");
        assertThat(rules.as(DRAFTER)
                        .post("/api/v1/checks", "{\"text\":\"扫码入群稳赚不赔\"}")
                        .status())
                .isEqualTo(200);
    }

    private void isBack() {
        await().atMost(Duration.ofSeconds(60)).until(() -> parked().status() == 200);
    }

    private Answer parked() {
        return rules.as(ADMIN).get(PARKED);
    }
}
