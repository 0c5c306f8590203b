package cn.qianfa.approval.service;

import static cn.qianfa.approval.service.Town.eventually;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qianfa.approval.People;
import cn.qianfa.approval.service.Client.Answer;
import cn.qianfa.contracts.delivery.Envelope;
import cn.qianfa.contracts.event.DraftChecked;
import cn.qianfa.contracts.event.Topic;
import cn.qianfa.contracts.identity.Actor;
import cn.qianfa.contracts.identity.Role;
import cn.qianfa.contracts.stack.Wire;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A broken event stops its own draft and nothing else, until an administrator of the district repairs or skips it. */
@ServiceTest
class ParkedIT {
    private static final String OPERATIONS = "/api/v1/operations/approval";
    private static final String BROKEN = "{\"draft\":\"x\",\"findings\":[";
    private static final AtomicLong VERDICTS = new AtomicLong(1_000_000);

    private final RunningApproval approval;
    private final Town town;
    private final Client admin;

    ParkedIT(RunningApproval approval) {
        this.approval = approval;
        this.town = new Town(approval);
        this.admin = approval.as(People.ADMIN);
    }

    private DraftChecked verdict(String draft) {
        var hash = town.draftOf(draft).json().get("contentHash").asString();
        return new DraftChecked(draft, 1, hash, "2026-11-24.1", "0".repeat(64), List.of(), null, Instant.now());
    }

    /** A verdict whose body was cut off on its way. */
    private Envelope broken(String draft) {
        var whole = Wire.envelope(Topic.DRAFT_VERDICTS, verdict(draft), VERDICTS.incrementAndGet());
        var broken = new Envelope(
                whole.topic(),
                draft,
                whole.seq(),
                whole.id(),
                whole.type(),
                whole.source(),
                whole.time(),
                null,
                BROKEN.getBytes(UTF_8));
        approval.wire().send(broken);
        return broken;
    }

    private JsonNode parked(String draft) {
        eventually()
                .until(() -> items("/parked").stream()
                        .anyMatch(one -> one.get("key").asString().equals(draft)));
        return items("/parked").stream()
                .filter(one -> one.get("key").asString().equals(draft))
                .findFirst()
                .orElseThrow();
    }

    private List<JsonNode> items(String list) {
        var answer = admin.get(OPERATIONS + list + "?limit=200");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().get("items").valueStream().toList();
    }

    private Answer act(String parked, String what, Object body) {
        return admin.post(path(parked, what), JsonMapper.shared().writeValueAsString(body));
    }

    private static String path(String parked, String what) {
        return OPERATIONS + "/parked/" + parked + '/' + what;
    }

    /** What is sent. */
    private record Repair(String event, String payload, String reason) {}

    private record Skip(String event, String reason) {}

    private String checked(String draft) {
        return town.draftOf(draft).json().get("checked").asString();
    }

    private String gauge() {
        return approval.management()
                .get("/actuator/prometheus")
                .text()
                .lines()
                .filter(line -> line.startsWith("qianfa_delivery_parked{consumer=\"approval.verdicts\""))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .findFirst()
                .orElse("none");
    }

    private int health() {
        return approval.management().get("/actuator/health/delivery").status();
    }

    @Test
    void aBrokenVerdictWaitsAndIsRepairedWhileOthersPass() {
        var draft = town.submitted("被截断");
        var event = broken(draft);

        town.checked("照常");
        var waits = parked(draft);
        assertThat(waits.get("cause").asString()).isEqualTo("UNREADABLE");
        assertThat(waits.get("detail").asString()).startsWith("内容读不出来");
        assertThat(waits.get("consumer").asString()).isEqualTo("approval.verdicts");
        assertThat(waits.get("waiting").asInt()).isEqualTo(1);
        assertThat(waits.get("first").get("payload").asString()).isEqualTo(BROKEN);
        assertThat(waits.get("first").get("type").asString()).isEqualTo("DraftChecked.v1");
        assertThat(waits.get("first").get("seq").asLong()).isEqualTo(event.seq());
        assertThat(gauge()).isEqualTo("1.0");
        assertThat(health()).isEqualTo(503);
        assertThat(checked(draft)).isEqualTo("WAITS");

        var id = waits.get("id").asString();
        var whole = JsonMapper.shared().writeValueAsString(verdict(draft));
        var repair = new Repair(waits.get("first").get("id").asString(), whole, "按来源补全");
        var key = "repair-" + draft;
        var body = JsonMapper.shared().writeValueAsString(repair);
        var answer = admin.post(path(id, "repair"), body, key);

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("{\"done\":1,\"left\":0}");
        assertThat(admin.post(path(id, "repair"), body, key).text()).isEqualTo(answer.text());
        assertThat(checked(draft)).isEqualTo("CLEAN");
        assertThat(gauge()).isEqualTo("0.0");
        assertThat(health()).isEqualTo(200);
        var kept = items("/interventions").getFirst();
        assertThat(kept.get("what").asString()).isEqualTo("REPAIR");
        assertThat(kept.get("key").asString()).isEqualTo(draft);
        assertThat(kept.get("by").asString()).isEqualTo(People.ADMIN.id());
        assertThat(kept.get("reason").asString()).isEqualTo("按来源补全");
        assertThat(kept.get("original").asString()).isEqualTo(BROKEN);
        assertThat(act(id, "replay", List.of()).status()).isEqualTo(400);
        assertThat(admin.post(path(id, "replay"), "{}").status()).isEqualTo(404);
    }

    @Test
    void aVerdictIsSkippedWithAReasonAndTheNextOneCounts() {
        var draft = town.submitted("跳过");
        var event = broken(draft);
        var id = parked(draft).get("id").asString();

        var without = admin.post(path(id, "skip"), "{\"event\":\"%s\"}".formatted(event.id()));
        assertThat(without.status()).isEqualTo(422);
        assertThat(without.json().get("errors").get(0).get("field").asString()).isEqualTo("reason");
        assertThat(act(id, "skip", new Skip("another", "看错")).problem()).isEqualTo("wrong-state");
        var unfit = act(
                id, "repair", new Repair(event.id(), "{\"draft\":\"%s\",\"submission\":\"x\"}".formatted(draft), "试"));
        assertThat(unfit.status()).isEqualTo(422);
        assertThat(unfit.json().get("errors").get(0).get("field").asString()).isEqualTo("payload.submission");
        var again = admin.post(path(id, "replay"), "{}");
        assertThat(again.json().get("left").asInt()).isEqualTo(1);
        assertThat(again.json().get("cause").asString()).isEqualTo("UNREADABLE");
        assertThat(checked(draft)).isEqualTo("WAITS");

        assertThat(act(id, "skip", new Skip(event.id(), "来源会重发")).text()).isEqualTo("{\"done\":1,\"left\":0}");
        approval.wire().send(Wire.envelope(Topic.DRAFT_VERDICTS, verdict(draft), VERDICTS.incrementAndGet()));

        eventually().untilAsserted(() -> assertThat(checked(draft)).isEqualTo("CLEAN"));
        assertThat(items("/interventions").getFirst().get("what").asString()).isEqualTo("SKIP");
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    @Tag("check-04")
    void isOpenToAdministratorsOfTheDistrictAlone(Role role) {
        var draft = town.submitted("谁能看");
        var event = broken(draft);
        var id = parked(draft).get("id").asString();
        var skip = JsonMapper.shared().writeValueAsString(new Skip(event.id(), "不再需要"));

        for (var other : List.of(
                People.of("district-" + role, "district", role),
                town.person("one", role),
                town.person("all", Role.values()))) {
            var expected = other.is(Role.ADMIN) && other.unit().equals("district") ? 200 : 403;
            isAllowed(other, "/parked", expected);
            isAllowed(other, "/interventions", expected);
            if (expected == 403) {
                var client = approval.as(other);
                for (var what : List.of("replay", "repair", "skip")) {
                    assertThat(client.post(path(id, what), skip).status()).isEqualTo(403);
                    assertThat(client.post(path("unknown", what), skip).status())
                            .isEqualTo(403);
                }
            }
        }
        assertThat(admin.post(path(id, "skip"), skip).status()).isEqualTo(200);
    }

    private void isAllowed(Actor by, String list, int expected) {
        assertThat(approval.as(by).get(OPERATIONS + list).status())
                .as("%s of %s: %s", by.roles(), by.unit(), list)
                .isEqualTo(expected);
    }
}
