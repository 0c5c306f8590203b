package cn.qianfa.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The whole line, walked by each of its people on one running installation. */
@ExtendWith(SharedTown.class)
class LineIT {
    private static final Duration LONG = Duration.ofSeconds(60);

    @SuppressWarnings("NullAway.Init") // given before the first test
    private static Town town;

    @BeforeAll
    static void enter(Town shared) {
        town = shared;
    }

    @AfterAll
    static void tell() {
        System.out.printf(
                "Promised and not met so far: %d answers%n", Person.unvisited().size());
    }

    private static String draftOf(String drafter, String importance, String text) {
        var draft = town.person(drafter)
                .post(
                        "/api/v1/drafts",
                        "{\"importance\":\"%s\",\"category\":\"CONVENIENCE\",\"text\":\"%s\"}"
                                .formatted(importance, text))
                .is(201)
                .field("id");
        town.person(drafter)
                .post("/api/v1/drafts/" + draft + "/submission", "{}")
                .is(202);
        return draft;
    }

    private static Answered checked(String drafter, String draft, String verdict) {
        return town.person(drafter)
                .soon(
                        "/api/v1/drafts/" + draft + "/findings",
                        found -> found.field("checked").equals(verdict));
    }

    private static String signature(String draft, String reader, String step) {
        var hash = town.person(reader).get("/api/v1/drafts/" + draft).is(200).field("contentHash");
        return "{\"contentHash\":\"%s\",\"step\":\"%s\"}".formatted(hash, step);
    }

    private static String page(String publisher, String draft) {
        return town.person(publisher)
                .soon(
                        "/api/v1/publications?draft=" + draft,
                        found ->
                                found.items().path(0).path("state").asString("").equals("PUBLISHED"))
                .items()
                .path(0)
                .path("address")
                .asString();
    }

    @Nested
    class ADraft {
        @Test
        @Tag("article-7")
        @Tag("check-04")
        void isSignedByTheDirectorWhereItIsOrdinaryAndByNobodyWhoWroteIt() {
            var draft = draftOf("drafter.health", "ORDINARY", "下周三上午本区开展免费义诊，咨询电话12345。");
            checked("drafter.health", draft, "CLEAN");
            var signOffs = "/api/v1/drafts/" + draft + "/sign-offs";
            var signature = signature(draft, "director.health", "OFFICE_DIRECTOR");

            town.person("drafter.health").post(signOffs, signature).isProblem(403, "not-permitted");
            town.person("publisher.health").post(signOffs, signature).isProblem(403, "not-permitted");
            town.person("director.education").post(signOffs, signature).isProblem(404, "not-found");
            town.person("director.health").post(signOffs, signature).is(200);

            var publications = "/api/v1/drafts/" + draft + "/publications";
            var accounts = "{\"accounts\":[\"site.health\"]}";
            town.person("director.health").post(publications, accounts).isProblem(403, "not-permitted");
            town.person("publisher.health").post(publications, accounts).is(202);
            var page = page("publisher.health", draft);
            assertThat(town.somebody().get(page).is(200).text()).contains("下周三上午本区开展免费义诊");
            assertThat(town.somebody().get("/site/site.health").is(200).text()).contains(page);
        }

        @Test
        @Tag("article-7")
        @Tag("check-05")
        void needsTheLeaderWhereItIsImportant() {
            var draft = draftOf("drafter.education", "IMPORTANT", "本区义务教育阶段学校招生方案今日公布，咨询电话12345。");
            checked("drafter.education", draft, "CLEAN");
            var signOffs = "/api/v1/drafts/" + draft + "/sign-offs";

            town.person("director.education")
                    .post(signOffs, signature(draft, "director.education", "OFFICE_DIRECTOR"))
                    .isProblem(403, "not-permitted");
            town.person("leader.education")
                    .post(signOffs, signature(draft, "leader.education", "UNIT_LEADER"))
                    .is(200);
        }

        @Test
        @Tag("article-10")
        void isNotSignedOverABlock() {
            var draft = draftOf("drafter.township", "ORDINARY", "扫码入群，稳赚不赔。");

            var findings = checked("drafter.township", draft, "BLOCKED").json().path("findings");

            assertThat(findings.path(0).path("article").asString()).startsWith("A10-");
            assertThat(findings.path(0).path("remedy").asString()).isNotBlank();
            town.person("director.township")
                    .post(
                            "/api/v1/drafts/" + draft + "/sign-offs",
                            signature(draft, "director.township", "OFFICE_DIRECTOR"))
                    .isProblem(409, "blocked-by-finding");
        }

        @Test
        @Tag("article-5")
        @Tag("check-02")
        void isSeenByTheDistrictsInspectorAndByNoOtherUnit() {
            var draft = draftOf("drafter.township", "ORDINARY", "本周五镇政府开放日，欢迎群众参加，咨询电话12345。");

            town.person("inspector.district").get("/api/v1/drafts/" + draft).is(200);
            town.person("drafter.health").get("/api/v1/drafts/" + draft).isProblem(404, "not-found");
            assertThat(town.person("administrator.district")
                            .get("/api/v1/drafts/" + draft)
                            .status())
                    .as("an administrator sees no draft")
                    .isIn(403, 404);
        }
    }

    @Nested
    class AComment {
        @Test
        @Tag("article-13")
        void wakesTheOfficerOfItsUnitAndOfNoOther() {
            var draft = draftOf("drafter.township", "ORDINARY", "镇政府便民服务大厅本周起延长办公时间，咨询电话12345。");
            checked("drafter.township", draft, "CLEAN");
            town.person("director.township")
                    .post(
                            "/api/v1/drafts/" + draft + "/sign-offs",
                            signature(draft, "director.township", "OFFICE_DIRECTOR"))
                    .is(200);
            town.person("publisher.township")
                    .post("/api/v1/drafts/" + draft + "/publications", "{\"accounts\":[\"site.township\"]}")
                    .is(202);
            var page = page("publisher.township", draft);

            var key = UUID.randomUUID().toString();
            town.comment(page, "再不处理，我就一把火烧了你们办公楼。", key).is(303);
            town.comment(page, "再不处理，我就一把火烧了你们办公楼。", key).is(303); // a double click

            var alerts = town.person("duty.township")
                    .soon("/api/v1/alerts?state=OPEN", found -> !found.items().isEmpty());
            assertThat(alerts.items()).hasSize(1);
            var alert = alerts.items().path(0);
            assertThat(alert.path("staff").asString()).isEqualTo("duty.township");
            var id = alert.path("id").asString();
            await().atMost(LONG).until(() -> town.received(id) == 1);
            var acknowledgement = "/api/v1/alerts/" + id + "/acknowledgement";
            town.person("duty.health").put(acknowledgement).isProblem(404, "not-found");
            town.person("drafter.township").put(acknowledgement).isProblem(403, "not-permitted");
            town.person("duty.township").put(acknowledgement).is(200);
            town.person("duty.township").put(acknowledgement).is(200); // twice is once
            var comments = town.person("duty.township")
                    .soon(
                            "/api/v1/comments?state=FLAGGED",
                            found -> found.items()
                                    .path(0)
                                    .path("postAddress")
                                    .asString("")
                                    .equals(page));
            assertThat(comments.items()).hasSize(1);
        }
    }

    @Nested
    class AnOperator {
        @Test
        void seesEachServiceReadyAndItsMetersOnAPortOfTheirOwn() throws Exception {
            for (var service : List.of("gateway", "approval", "rules", "monitoring")) {
                assertThat(management(service, "/actuator/health/readiness")).contains("\"status\":\"UP\"");
                assertThat(management(service, "/actuator/health/delivery")).contains("\"status\":\"UP\"");
                assertThat(management(service, "/actuator/prometheus"))
                        .as(service)
                        .contains("qianfa_delivery_")
                        .contains("jvm_memory_used_bytes");
            }
        }

        @Test
        @Tag("check-26")
        void showsNothingOfItToWhoeverComesThroughTheGateway() {
            for (var path : Person.NOWHERE) {
                town.somebody().get(path).isProblem(401, "not-signed-in");
                town.person("administrator.district").get(path).isProblem(404, "not-found");
            }
        }

        @Test
        void settlesWhatAServiceCouldNotReadAndNobodyElseDoes() throws Exception {
            var broker = town.scripts().port("broker");
            var draft = new BrokenEvent(
                    "approval.drafts", "DraftSubmitted.v1", UUID.randomUUID().toString());
            var unit = new BrokenEvent("approval.registry", "UnitRegistered.v1", "unit:cut");
            draft.send(broker);
            unit.send(broker);

            settles("approval", draft);
            settles("content-rules", draft);
            settles("monitoring", unit);
            settles("gateway", unit);
        }

        private static void settles(String service, BrokenEvent event) {
            var admin = town.person("administrator.district");
            var other = town.person("director.health");
            var operations = "/api/v1/operations/" + service;
            var parked = admin.soon(
                            operations + "/parked", found -> found.text().contains(event.key()))
                    .items()
                    .path(0);
            var here = operations + "/parked/" + parked.path("id").asString();
            var skip = "{\"event\":\"%s\",\"reason\":\"来源会重发\"}".formatted(event.id());

            assertThat(parked.path("cause").asString()).isEqualTo("UNREADABLE");
            assertThat(parked.path("first").path("payload").asString()).isEqualTo("{\"at\":");
            other.get(operations + "/parked").isProblem(403, "not-permitted");
            other.post(here + "/skip", skip).isProblem(403, "not-permitted");
            admin.post(here + "/repair", skip.replace("\"reason", "\"payload\":\"{\",\"reason"))
                    .isProblem(422, "invalid");
            admin.post(here + "/skip", skip.replace("cut-", "other-")).isProblem(409, "wrong-state");
            assertThat(admin.post(here + "/replay", "{}").is(200).field("cause"))
                    .isEqualTo("UNREADABLE");
            assertThat(admin.post(here + "/skip", skip).is(200).text()).isEqualTo("{\"done\":1,\"left\":0}");
            admin.post(here + "/skip", skip).isProblem(404, "not-found");
            var done = admin.get(operations + "/interventions").is(200).items();
            assertThat(done.path(0).path("what").asString()).isEqualTo("SKIP");
            assertThat(done.path(0).path("by").asString()).isEqualTo("administrator.district");
            other.get(operations + "/interventions").isProblem(403, "not-permitted");
            assertThat(admin.get(operations + "/parked").is(200).items()).isEmpty();
        }

        private static String management(String service, String path) throws Exception {
            var port = town.scripts().port(service + "-management");
            try (var client = HttpClient.newHttpClient()) {
                var address = URI.create("http://127.0.0.1:" + port + path);
                return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                        .body();
            }
        }
    }
}
