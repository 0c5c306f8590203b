package cn.qianfa.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every service is killed once while the line needs it; the line completes, with nothing lost and nothing doubled. */
@ExtendWith(SharedTown.class)
class KilledIT {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String TEXT = "本周日上午中心广场举办健康讲座，凭身份证领取入场券，咨询电话12345。";

    private final Town town;

    KilledIT(Town town) {
        this.town = town;
    }

    @Test
    void completesTheLineThoughEachServiceIsKilledInTheMiddleOfIt() throws Exception {
        var draft = isSubmittedWhileTheRulesAreDead();
        isSignedAndReleasedThroughAGatewayThatDied(draft);
        var page = isPublishedOnceByAnApprovalThatDied(draft);
        var alert = isFlaggedOnceByAMonitoringThatDied(page);

        assertThat(town.person("duty.education")
                        .put("/api/v1/alerts/" + alert + "/acknowledgement")
                        .is(200)
                        .field("state"))
                .isEqualTo("ACKNOWLEDGED");
        leavesALogWithoutAHole(draft, alert);
    }

    private String isSubmittedWhileTheRulesAreDead() throws Exception {
        var drafter = town.person("drafter.education");
        var draft = drafter.post(
                        "/api/v1/drafts",
                        "{\"importance\":\"ORDINARY\",\"category\":\"CONVENIENCE\",\"text\":\"" + TEXT + "\"}")
                .is(201)
                .field("id");
        town.kill("rules");

        drafter.post("/api/v1/drafts/" + draft + "/submission", "{}").is(202);
        assertThat(drafter.get("/api/v1/drafts/" + draft + "/findings").is(200).field("checked"))
                .isEqualTo("WAITS");
        town.person("director.education")
                .post("/api/v1/drafts/" + draft + "/sign-offs", signature(draft))
                .isProblem(409, "wrong-state");

        town.up();
        drafter.soon(
                "/api/v1/drafts/" + draft + "/findings",
                found -> found.field("checked").equals("CLEAN"));
        return draft;
    }

    private String signature(String draft) {
        var hash = town.person("director.education")
                .get("/api/v1/drafts/" + draft)
                .is(200)
                .field("contentHash");
        return "{\"contentHash\":\"%s\",\"step\":\"OFFICE_DIRECTOR\"}".formatted(hash);
    }

    private void isSignedAndReleasedThroughAGatewayThatDied(String draft) throws Exception {
        var signature = signature(draft);
        town.kill("gateway");
        town.up();

        town.person("director.education")
                .post("/api/v1/drafts/" + draft + "/sign-offs", signature)
                .is(200);
    }

    private String isPublishedOnceByAnApprovalThatDied(String draft) throws Exception {
        var publisher = town.person("publisher.education");
        publisher
                .post("/api/v1/drafts/" + draft + "/publications", "{\"accounts\":[\"site.education\"]}")
                .is(202);
        town.kill("approval");
        publisher.get("/api/v1/publications?draft=" + draft).isProblem(503, "unavailable");

        town.up();
        var published = publisher.soon(
                "/api/v1/publications?draft=" + draft,
                found -> found.items().path(0).path("state").asString("").equals("PUBLISHED"));
        assertThat(published.items()).hasSize(1);
        assertThat(town.somebody().get("/site/site.education/feed.atom").is(200).text())
                .containsOnlyOnce("<entry>")
                .contains(TEXT);
        return published.items().path(0).path("address").asString();
    }

    private String isFlaggedOnceByAMonitoringThatDied(String page) throws Exception {
        town.comment(page, "一群骗子，明天我带刀去你们单位。").is(303);
        town.kill("monitoring");
        town.up();

        var duty = town.person("duty.education");
        var alerts =
                duty.soon("/api/v1/alerts?state=OPEN", found -> !found.items().isEmpty());
        assertThat(alerts.items()).hasSize(1);
        assertThat(duty.get("/api/v1/comments").is(200).items()).hasSize(1);
        assertThat(duty.get("/api/v1/cases").is(200).items()).hasSize(1);
        var alert = alerts.items().path(0).path("id").asString();
        await().atMost(LONG).until(() -> town.received(alert) > 0);
        assertThat(town.received(alert))
                .as("the receiver knows an alert told again")
                .isEqualTo(1);
        return alert;
    }

    private void leavesALogWithoutAHole(String draft, String alert) throws Exception {
        var announced = await().atMost(LONG)
                .until(
                        () -> Log.read(town.scripts().port("broker")),
                        log -> log.types("monitoring.cases", caseOf(alert)).contains("CaseAcknowledged.v1"));

        assertThat(announced.faults()).isEmpty();
        assertThat(announced.types("approval.drafts", draft))
                .containsExactly("DraftSubmitted.v1", "Approved.v1", "DraftReleased.v1");
        assertThat(announced.types("content-rules.draft-verdicts", draft)).containsExactly("DraftChecked.v1");
        assertThat(announced.types("monitoring.cases", caseOf(alert)))
                .containsExactly("CaseOpened.v1", "CaseAcknowledged.v1");
    }

    private static String caseOf(String alert) {
        return alert.substring(0, alert.lastIndexOf('.'));
    }
}
