package cn.qianfa.rules.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.qianfa.contracts.delivery.Envelope;
import cn.qianfa.contracts.event.DraftSubmitted;
import cn.qianfa.contracts.event.Event;
import cn.qianfa.contracts.event.Topic;
import cn.qianfa.contracts.identity.Actor;
import cn.qianfa.contracts.identity.Role;
import cn.qianfa.rules.service.Client.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Submissions this service could not read wait for an administrator of the district. */
@ServiceTest
class OperationsIT {
    private static final String OPERATIONS = "/api/v1/operations/content-rules";
    private static final Actor ADMIN = new Actor("admin", "district", Set.of(Role.ADMIN));

    private final RunningRules rules;

    OperationsIT(RunningRules rules) {
        this.rules = rules;
    }

    private Answer post(Actor by, String path, String body, String key) {
        var client = rules.as(by);
        return client.send(client.json(OPERATIONS + path, body).header("Idempotency-Key", key));
    }

    private Answer post(String path, String body) {
        return post(ADMIN, path, body, UUID.randomUUID().toString());
    }

    private String broken() {
        var draft = UUID.randomUUID().toString();
        rules.wire()
                .send(new Envelope(
                        Topic.DRAFTS.wireName(),
                        draft,
                        1,
                        "e-" + draft,
                        Event.typeOf(DraftSubmitted.class),
                        "approval",
                        Instant.now(),
                        null,
                        "{\"draft\":".getBytes(UTF_8)));
        return draft;
    }

    private JsonNode parked(String draft) {
        return await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> rules.as(ADMIN)
                                .get(OPERATIONS + "/parked?limit=200")
                                .json()
                                .get("items")
                                .valueStream()
                                .filter(one -> one.get("key").asString().equals(draft))
                                .toList(),
                        found -> !found.isEmpty())
                .getFirst();
    }

    @Test
    void anUnreadableSubmissionIsSkippedWithAReason() {
        var draft = broken();
        var parked = parked(draft);
        var path = "/parked/" + parked.get("id").asString() + "/skip";
        var body = "{\"event\":\"e-%s\",\"reason\":\"草稿会重新提交\"}".formatted(draft);

        assertThat(parked.get("cause").asString()).isEqualTo("UNREADABLE");
        assertThat(post(path, "{\"event\":\"e-%s\"}".formatted(draft)).status()).isEqualTo(422);
        assertThat(rules.as(ADMIN).post(OPERATIONS + path, body).status()).isEqualTo(422);
        assertThat(post(path, body.replace("e-", "f-")).problem()).isEqualTo("wrong-state");
        var key = UUID.randomUUID().toString();
        var answer = post(ADMIN, path, body, key);

        assertThat(answer.text()).isEqualTo("{\"done\":1,\"left\":0}");
        assertThat(post(ADMIN, path, body, key).text()).isEqualTo(answer.text());
        assertThat(post(ADMIN, path, body.replace("重新", "再次"), key).problem()).isEqualTo("key-reused");
        assertThat(post(path, body).status()).isEqualTo(404);
        var kept = rules.as(ADMIN)
                .get(OPERATIONS + "/interventions")
                .json()
                .get("items")
                .get(0);
        assertThat(kept.get("what").asString()).isEqualTo("SKIP");
        assertThat(kept.get("key").asString()).isEqualTo(draft);
    }

    @ParameterizedTest
    @EnumSource
    @Tag("check-04")
    void isOpenToAdministratorsOfTheDistrictAlone(Role role) {
        var district = new Actor("one", "district", Set.of(role));
        var elsewhere = new Actor("two", "health", Set.of(role));

        isAllowed(district, role == Role.ADMIN);
        isAllowed(elsewhere, false);
    }

    private void isAllowed(Actor by, boolean allowed) {
        for (var list : Set.of("/parked", "/interventions")) {
            assertThat(rules.as(by).get(OPERATIONS + list).status()).isEqualTo(allowed ? 200 : 403);
        }
        for (var act : Set.of("replay", "repair", "skip")) {
            assertThat(post(by, "/parked/unknown/" + act, "{}", "key").status()).isEqualTo(allowed ? 404 : 403);
        }
    }
}
