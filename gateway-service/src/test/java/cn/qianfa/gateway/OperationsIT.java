package cn.qianfa.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.qianfa.contracts.delivery.Envelope;
import cn.qianfa.contracts.delivery.EventJson;
import cn.qianfa.contracts.event.Event;
import cn.qianfa.contracts.event.Topic;
import cn.qianfa.contracts.event.UnitRegistered;
import cn.qianfa.contracts.identity.Role;
import cn.qianfa.contracts.stack.Wire;
import cn.qianfa.gateway.running.Browser;
import cn.qianfa.gateway.running.Json;
import cn.qianfa.gateway.running.RunningGateway;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the gateway's own mirror could not take waits for an administrator of the district. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OperationsIT {
    private static final String OPERATIONS = "/api/v1/operations/gateway";

    private final RunningGateway gateway = RunningGateway.start();
    private final Browser admin = gateway.admin();

    @AfterAll
    void stop() {
        gateway.close();
    }

    private static String key(String unit) {
        return "unit:" + unit;
    }

    private String broken() {
        var unit = "u" + UUID.randomUUID().toString().substring(0, 8);
        new Wire(gateway.stack())
                .send(new Envelope(
                        Topic.REGISTRY.wireName(),
                        key(unit),
                        1,
                        "e-" + unit,
                        Event.typeOf(UnitRegistered.class),
                        "approval",
                        Instant.now(),
                        null,
                        "{\"unit\":".getBytes(UTF_8)));
        return unit;
    }

    private JsonNode parked(String unit) {
        return await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> Json.read(admin.get(OPERATIONS + "/parked?limit=200")
                                        .body())
                                .path("items")
                                .valueStream()
                                .filter(one -> one.path("key").asString().equals(key(unit)))
                                .toList(),
                        found -> !found.isEmpty())
                .getFirst();
    }

    private static String path(JsonNode parked, String act) {
        return OPERATIONS + "/parked/" + parked.path("id").asString() + '/' + act;
    }

    private static String body(String... fields) {
        var body = new java.util.TreeMap<String, String>();
        for (var at = 0; at < fields.length; at += 2) {
            body.put(fields[at], fields[at + 1]);
        }
        return new JsonMapper().writeValueAsString(body);
    }

    @Test
    void aUnitThatCannotBeReadIsRepaired() {
        var unit = broken();
        var parked = parked(unit);
        var whole = new String(EventJson.write(new UnitRegistered(unit, "单位", "district", Instant.now())), UTF_8);
        var path = path(parked, "repair");

        isInvalid(admin.post(path, body("event", "e-" + unit, "payload", "{", "reason", "补全")), "payload");
        isInvalid(admin.post(path, body("event", "e-" + unit, "payload", whole)), "reason");
        var other = admin.post(path, body("event", "x", "payload", whole, "reason", "补全"));
        assertThat(other.statusCode()).isEqualTo(409);
        var answer = admin.post(path, body("event", "e-" + unit, "payload", whole, "reason", "补全"));

        assertThat(answer.body()).isEqualTo("{\"done\":1,\"left\":0}");
        assertThat(admin.post(path(parked, "replay"), "{}").statusCode()).isEqualTo(404);
        var kept = Json.read(admin.get(OPERATIONS + "/interventions").body())
                .path("items")
                .path(0);
        assertThat(kept.path("what").asString()).isEqualTo("REPAIR");
        assertThat(kept.path("original").asString()).isEqualTo("{\"unit\":");
    }

    private static void isInvalid(HttpResponse<String> answer, String field) {
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Json.read(answer.body()).path("errors").path(0).path("field").asString())
                .isEqualTo(field);
    }

    @Test
    void theSameCommandIsAnsweredTheSame() {
        var unit = broken();
        var path = path(parked(unit), "skip");
        var skip = body("event", "e-" + unit, "reason", "会重新登记");
        var first = admin.send(keyed(path, skip));

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(admin.send(keyed(path, skip)).body()).isEqualTo(first.body());
        assertThat(admin.send(keyed(path, skip.replace("重新", "再次"))).body()).contains("key-reused");
    }

    private java.net.http.HttpRequest.Builder keyed(String path, String body) {
        return admin.request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", path)
                .POST(BodyPublishers.ofString(body));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/parked?limit=0", "/parked?after=!", "/interventions?limit=x"})
    void aListIsAskedForProperly(String list) {
        assertThat(admin.get(OPERATIONS + list).statusCode()).isEqualTo(422);
    }

    @ParameterizedTest
    @EnumSource(names = "ADMIN", mode = EnumSource.Mode.EXCLUDE)
    void isClosedToEverybodyElseOfTheDistrict(Role role) {
        var staff = "d-" + role.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        isClosed(gateway.signedIn(admin, staff, "district", role));
    }

    @Test
    void isClosedToAdministratorsOfOtherUnits() {
        gateway.registry().unit("health", "district");
        isClosed(gateway.signedIn(admin, "admin.health", "health", Role.values()));
    }

    private static void isClosed(Browser browser) {
        for (var list : Set.of("/parked", "/interventions")) {
            assertThat(browser.get(OPERATIONS + list).statusCode()).isEqualTo(403);
        }
        for (var act : List.of("replay", "repair", "skip")) {
            assertThat(browser.post(OPERATIONS + "/parked/unknown/" + act, "{}").statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void isNotThereWithoutASession() {
        assertThat(gateway.browser().get(OPERATIONS + "/parked").statusCode()).isEqualTo(401);
    }
}
