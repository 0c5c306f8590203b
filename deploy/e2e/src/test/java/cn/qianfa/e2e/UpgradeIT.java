package cn.qianfa.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A service is exchanged while the line runs: the next instance joins, then the one before is told to end. */
@ExtendWith(SharedTown.class)
class UpgradeIT {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String PARKED = "/api/v1/operations/monitoring/parked";

    private final Town town;

    UpgradeIT(Town town) {
        this.town = town;
    }

    @AfterEach
    void nothingIsMissing() throws IOException {
        town.up();
    }

    /** A gateway that knows both instances of a service, as an operator tells it before the exchange. */
    private SecondInstance gatewayTo(String setting, String part, SecondInstance other) throws IOException {
        return SecondInstance.beside(town.scripts(), "gateway", Map.of(setting, town.url(part) + "," + other.url()))
                .ready();
    }

    @Test
    void ofApprovalIsNotNoticedByWhoeverWorksMeanwhile() throws Exception {
        try (var next = SecondInstance.beside(town.scripts(), "approval", Map.of());
                var gateway = gatewayTo("QIANFA_APPROVAL_URL", "approval", next)) {
            next.ready();
            var through = town.through(gateway::url);
            try (var client = new SteadyClient(through.person("drafter.health"), gateway.log())) {
                client.goesOn();
                town.end("approval");
                client.goesOn();
                town.up();
                client.goesOn();
                assertThat(next.end()).isEqualTo(143);
                client.goesOn();

                isAllAnnouncedOnce(client.rest());
            }
        }
        await().atMost(LONG).until(management("approval")::isDelivered);
        await().atMost(LONG).until(management("rules")::isDelivered);
    }

    private void isAllAnnouncedOnce(List<String> drafts) throws Exception {
        var log = await().atMost(LONG)
                .until(
                        () -> Log.read(town.scripts().port("broker")),
                        read -> drafts.stream()
                                .noneMatch(draft -> read.types("content-rules.draft-verdicts", draft)
                                        .isEmpty()));
        assertThat(log.faults()).isEmpty();
        assertThat(drafts)
                .allSatisfy(
                        draft -> assertThat(log.types("approval.drafts", draft)).containsExactly("DraftSubmitted.v1"));
    }

    private Management management(String part) throws IOException {
        return new Management(town.scripts().port(part + "-management"));
    }

    /** The older build is real: the same service, compiled when nobody had invented Published. */
    @Test
    void appliesByItselfWhatTheOlderBuildHadNeverHeardOf() throws Exception {
        try (var older = SecondInstance.olderThan("Published", town.scripts(), "monitoring")
                        .ready();
                var gateway = gatewayTo("QIANFA_MONITORING_URL", "monitoring", older)) {
            var through = town.through(gateway::url);
            var unit = new Unit(through, "health");
            var admin = through.person("administrator.district");
            town.end("monitoring");

            var unknown = publish(unit, "本周四下午口腔义诊，咨询电话12345。");
            var parked = admin.soon(PARKED, found -> found.items().size() == 1)
                    .items()
                    .path(0);
            assertThat(parked.path("cause").asString()).isEqualTo("UNKNOWN_TYPE");
            assertThat(parked.path("detail").asString()).contains("Published.v1");
            through.comment(unknown, "再不处理，我就一把火烧了你们办公楼。").is(303);
            var alert = unit.duty()
                    .soon("/api/v1/alerts?state=OPEN", found -> !found.items().isEmpty());

            town.up();
            admin.soon(PARKED, found -> found.items().isEmpty());
            var mixed = Stream.of("一", "二", "三", "四")
                    .map(n -> publish(unit, "第" + n + "门诊部本周五上午义诊，咨询电话12345。"))
                    .toList();
            older.end();

            admin.soon(PARKED, found -> found.items().isEmpty());
            mixed.forEach(page -> through.comment(page, "谢谢你们。").is(303));
            areKnownPosts(
                    unit, Stream.concat(Stream.of(unknown), mixed.stream()).toList());
            alert.items()
                    .forEach(one -> unit.duty()
                            .put("/api/v1/alerts/" + one.path("id").asString() + "/acknowledgement")
                            .is(200));
        }
        await().atMost(LONG).until(management("monitoring")::isDelivered);
    }

    private static String publish(Unit unit, String text) {
        var draft = unit.submits(text);
        unit.signs(draft);
        unit.releases(draft, Instant.now());
        return unit.page(draft);
    }

    /** Only Published tells monitoring where a post stands. */
    private static void areKnownPosts(Unit unit, List<String> pages) {
        unit.duty()
                .soon(
                        "/api/v1/comments?limit=200",
                        found -> found.items()
                                .valueStream()
                                .map(comment -> comment.path("postAddress").asString(""))
                                .toList()
                                .containsAll(pages));
    }
}
