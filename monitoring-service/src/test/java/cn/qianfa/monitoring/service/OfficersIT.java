package cn.qianfa.monitoring.service;

import static cn.qianfa.monitoring.service.RunningMonitoring.DRAFTER;
import static cn.qianfa.monitoring.service.RunningMonitoring.INSPECTOR;
import static cn.qianfa.monitoring.service.RunningMonitoring.OFFICER;
import static cn.qianfa.monitoring.service.RunningMonitoring.STRANGER;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What officers see and do, and what they, and nobody else, are told. */
@ServiceTest
@Tag("article-13")
class OfficersIT {
    private final RunningMonitoring monitoring;
    private final Client officer;

    OfficersIT(RunningMonitoring monitoring) {
        this.monitoring = monitoring;
        this.officer = monitoring.as(OFFICER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/comments", "/api/v1/cases", "/api/v1/alerts"})
    @Tag("check-02")
    void aListShowsTheOwnUnitsAndGoesOnWhereItEnded(String path) {
        var older = monitoring.openCase();
        var newer = monitoring.openCase();

        var first = officer.get(path + "?limit=1").json();
        var second = officer.get(path + "?limit=1&after=" + first.get("next").asString())
                .json();

        assertThat(first.get("items").get(0).toString()).contains(newer);
        assertThat(second.get("items").get(0).toString()).contains(older);
        assertThat(monitoring.as(INSPECTOR).get(path).text()).contains(newer);
        assertThat(monitoring.as(STRANGER).get(path).json().get("items")).isEmpty();
        assertThat(monitoring.as(DRAFTER).get(path).problem()).isEqualTo("not-permitted");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/comments",
                "/api/v1/comments/x",
                "/api/v1/cases",
                "/api/v1/alerts",
                "/api/v1/alerts/stream",
                "/api/v1/units/health/roster"
            })
    @Tag("check-01")
    void nobodySeesAnythingWithoutAGenuineToken(String path) {
        try (var forger = new GatewayKeys()) {
            var forged = monitoring.with(forger.token(OFFICER)).get(path);

            assertThat(forged.status()).isEqualTo(401);
            assertThat(forged.problem()).isEqualTo("not-signed-in");
        }
        assertThat(monitoring.anybody().get(path).status()).isEqualTo(401);
        assertThat(monitoring.with("nonsense").get(path).status()).isEqualTo(401);
    }

    @Test
    @Tag("check-02")
    void whatIsAnotherUnitsIsNotFound() {
        var id = monitoring.openCase();
        var stranger = monitoring.as(STRANGER);

        assertThat(stranger.get("/api/v1/comments/" + id).problem()).isEqualTo("not-found");
        assertThat(stranger.get("/api/v1/cases/" + id).problem()).isEqualTo("not-found");
        assertThat(stranger.get("/api/v1/units/health/roster").problem()).isEqualTo("not-found");
        assertThat(stranger.put("/api/v1/units/health/roster", "{", "\"0\"").problem())
                .isEqualTo("not-found");
        assertThat(stranger.put("/api/v1/alerts/" + id + ".1/acknowledgement", "", "")
                        .problem())
                .isEqualTo("not-found");
        assertThat(stranger.post("/api/v1/comments/" + id + "/flags", "{").problem())
                .isEqualTo("not-found");
        assertThat(officer.get("/api/v1/comments/" + UUID.randomUUID()).problem())
                .isEqualTo("not-found");
    }

    @Test
    void anAlertIsAcknowledgedAndGivenBackToTheNext() {
        var alert = "/api/v1/alerts/" + monitoring.openCase();

        var seen = officer.put(alert + ".1/acknowledgement", "", "").json();
        var again = officer.put(alert + ".1/acknowledgement", "", "").json();
        var givenBack = officer.delete(alert + ".1/acknowledgement").json();

        assertThat(seen.get("state").asString()).isEqualTo("ACKNOWLEDGED");
        assertThat(seen.get("acknowledgedBy").asString()).isEqualTo("duty1.health");
        assertThat(exceptHowItWasTold(again)).isEqualTo(exceptHowItWasTold(seen));
        assertThat(givenBack.get("state").asString()).isEqualTo("OPEN");
        assertThat(givenBack.get("round").asInt()).isEqualTo(2);
        assertThat(givenBack.get("staff").asString()).isEqualTo("duty2.health");
    }

    /** The ways outward go on meanwhile. */
    private static JsonNode exceptHowItWasTold(JsonNode alert) {
        return ((ObjectNode) alert.deepCopy()).without("tellings");
    }

    @Test
    void anAlertIsNotAcknowledgedByWhoeverOnlyLooks() {
        var alert = "/api/v1/alerts/" + monitoring.openCase();

        assertThat(monitoring
                        .as(INSPECTOR)
                        .put(alert + ".1/acknowledgement", "", "")
                        .problem())
                .isEqualTo("not-permitted");
        assertThat(monitoring
                        .as(DRAFTER)
                        .put(alert + ".1/acknowledgement", "", "")
                        .status())
                .isEqualTo(403);
        assertThat(officer.put(alert + ".2/acknowledgement", "", "").status()).isEqualTo(404);
        assertThat(officer.put(alert + ".0/acknowledgement", "", "").status()).isEqualTo(404);
        assertThat(officer.get("/api/v1/alerts?state=nonsense").problem()).isEqualTo("invalid");
    }

    @Test
    void aFlagIsRaisedOnceHoweverOftenItIsSent() {
        var flags = "/api/v1/comments/" + monitoring.openCase() + "/flags";
        var key = UUID.randomUUID().toString();
        var json = "{\"urgency\":\"EMERGENCY\",\"reason\":\"SELF_HARM\"}";

        var first = officer.post(flags, json, key);
        var again = officer.post(flags, json, key);

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(officer.post(flags, "{\"urgency\":\"ROUTINE\"}", key).problem())
                .isEqualTo("key-reused");
        assertThat(officer.send(officer.json(flags, json)).problem()).isEqualTo("invalid"); // without a key
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"urgency\":\"ROUTINE\",\"text\":\"x\"}",
                "{\"urgency\":\"ROUTINE\",\"$set\":{\"state\":\"QUIET\"}}",
                "{\"urgency\":{\"$gt\":\"\"}}",
                "{\"urgency\":\"routine\"}",
                "{\"urgency\":\"ROUTINE\",\"reason\":\"NONE\"}",
                "{}"
            })
    void aFlagThatIsWrongIsInvalid(String json) {
        var answer = officer.post("/api/v1/comments/" + monitoring.openCase() + "/flags", json);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.problem()).isEqualTo("invalid");
        assertThat(answer.json().get("errors")).isNotEmpty();
    }

    @Test
    void whatIsNoJsonIsMalformed() {
        var flags = "/api/v1/comments/" + monitoring.openCase() + "/flags";

        assertThat(officer.post(flags, "{").problem()).isEqualTo("malformed");
        assertThat(officer.post(flags, "[]").status()).isEqualTo(400);
        var noUtf8 = officer.request(flags)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "bytes")
                .POST(BodyPublishers.ofByteArray("{\"urgency\":\"\u00ff\"}".getBytes(ISO_8859_1)));
        assertThat(officer.send(noUtf8).status()).isEqualTo(400);
        assertThat(officer.get("/api/v1/comments?post=%ff").problem()).isEqualTo("malformed");
    }

    @Test
    void aRosterIsReplacedByWhoeverReadIt() {
        var roster = "/api/v1/units/health/roster";
        var read = officer.get(roster);

        var written = officer.put(roster, "{\"staff\":[\"duty2.health\",\"duty1.health\"]}", read.header("ETag"));
        var stale = officer.put(roster, "{\"staff\":[\"duty2.health\"]}", read.header("ETag"));
        var back = officer.put(roster, "{\"staff\":[\"duty1.health\",\"duty2.health\"]}", written.header("ETag"));

        assertThat(read.json().get("staff").toString()).isEqualTo("[\"duty1.health\",\"duty2.health\"]");
        assertThat(written.status()).isEqualTo(200);
        assertThat(written.json().get("staff").toString()).isEqualTo("[\"duty2.health\",\"duty1.health\"]");
        assertThat(stale.problem()).isEqualTo("stale-version");
        assertThat(back.status()).isEqualTo(200);
    }

    @Test
    void aRosterThatIsWrongIsNotWritten() {
        var roster = "/api/v1/units/health/roster";
        var version = officer.get(roster).header("ETag");
        var unversioned =
                officer.json(roster, "").method("PUT", BodyPublishers.ofString("{\"staff\":[\"duty1.health\"]}"));

        assertThat(officer.put(roster, "{\"staff\":[\"nobody\"]}", version).problem())
                .isEqualTo("invalid");
        assertThat(officer.put(roster, "{\"staff\":[]}", version).problem()).isEqualTo("invalid");
        assertThat(officer.put(roster, "{\"staff\":[\"duty1.health\"],\"$where\":\"1\"}", version)
                        .status())
                .isEqualTo(422);
        assertThat(officer.put(roster, "{\"staff\"", version).status()).isEqualTo(400);
        assertThat(officer.send(unversioned).problem()).isEqualTo("version-required");
        assertThat(monitoring
                        .as(DRAFTER)
                        .put(roster, "{\"staff\":[\"duty1.health\"]}", version)
                        .status())
                .isEqualTo(403);
        assertThat(officer.get(roster).header("ETag")).isEqualTo(version);
    }

    @Test
    @Tag("check-35")
    void nothingTakesACommentAway() {
        var id = monitoring.openCase();

        assertThat(officer.delete("/api/v1/comments/" + id).status()).isEqualTo(405);
        assertThat(officer.get("/api/v1/comments/" + id).status()).isEqualTo(200);
    }
}
