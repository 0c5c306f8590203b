package cn.qianfa.e2e;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two instances of every service behind two gateways, every request of everybody through the other one in turn. */
@ExtendWith(SharedTown.class)
class TwoInstancesIT {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final List<String> BEHIND = List.of("approval", "rules", "monitoring");
    private static final int DRAFTS = 6;
    private static final String SOON = "12s";

    private static final Map<String, SecondInstance> SECOND = new HashMap<>();

    @SuppressWarnings("NullAway.Init") // given before the first test
    private static Town town;

    @SuppressWarnings("NullAway.Init") // opened before the first test
    private static Town both;

    @BeforeAll
    static void startTheSecondOnes(Town shared) throws Exception {
        town = shared;
        town.kill("monitoring");
        town.up("QIANFA_ESCALATION", SOON); // before its twin is told the same
        for (var part : BEHIND) {
            SECOND.put(part, SecondInstance.beside(town.scripts(), part, Map.of()));
        }
        var behind = Map.of(
                "QIANFA_APPROVAL_URL", second("approval").url(),
                "QIANFA_CONTENT_RULES_URL", second("rules").url(),
                "QIANFA_MONITORING_URL", second("monitoring").url());
        SECOND.put("gateway", SecondInstance.beside(town.scripts(), "gateway", behind));
        for (var second : SECOND.values()) {
            second.ready();
        }

        var turn = new AtomicInteger();
        var gateways = List.of(
                "http://127.0.0.1:" + town.scripts().port("gateway"),
                second("gateway").url());
        both = town.through(() -> gateways.get(turn.getAndIncrement() % gateways.size()));
    }

    private static SecondInstance second(String part) {
        return requireNonNull(SECOND.get(part), part);
    }

    @AfterAll
    static void leaveTheTownAsItWas() throws IOException {
        SECOND.values().forEach(SecondInstance::close);
        SECOND.clear();
        town.kill("monitoring");
        town.up();
    }

    @Test
    void shareTheWorkAndDoNothingTwice() throws Exception {
        dividePartitions();

        var pages = publishEachDraftOnce();
        var alerts = passEachAlertOnOnce(pages);
        endASessionAtBothGateways();
        var left = sendWhatTheOtherDropped();

        leaveALogWithoutAHole(alerts, left);
        for (var part : List.of("gateway", "approval", "rules", "monitoring")) {
            for (var instance : instances(part)) {
                await(part).atMost(LONG).until(instance::isDelivered);
            }
        }
    }

    private static List<Management> instances(String part) throws IOException {
        var first = new Management(town.scripts().port(part + "-management"));
        return SECOND.containsKey(part) ? List.of(first, second(part).management()) : List.of(first);
    }

    private static void dividePartitions() throws Exception {
        for (var part : List.of("gateway", "approval", "rules", "monitoring")) {
            await(part).atMost(LONG).untilAsserted(() -> {
                for (var instance : instances(part)) {
                    assertThat(instance.meter("qianfa_delivery_partitions", "consumer"))
                            .isNotEmpty()
                            .allSatisfy((consumer, partitions) ->
                                    assertThat(partitions).as(consumer).isPositive());
                }
            });
        }
    }

    private static List<String> publishEachDraftOnce() {
        var unit = new Unit(both, "health");
        var texts = IntStream.range(0, DRAFTS)
                .mapToObj(n -> "第" + (n + 1) + "社区卫生服务站本周六上午提供量血压服务，咨询电话12345。")
                .toList();
        var drafts = texts.stream().map(unit::submits).toList();
        drafts.forEach(unit::signs);
        var at = Instant.now().plusSeconds(2); // all at once, which every instance sees
        drafts.forEach(draft -> unit.releases(draft, at));

        var pages = drafts.stream().map(unit::page).toList();

        var site = both.somebody().get("/site/site.health/feed.atom").is(200).text();
        assertThat(texts).allSatisfy(text -> assertThat(site).containsOnlyOnce("<content type=\"text\">" + text));
        return pages;
    }

    private static List<String> passEachAlertOnOnce(List<String> pages) {
        var duty = new Unit(both, "health").duty();
        pages.forEach(page -> both.comment(page, "一群骗子，明天我带刀去你们单位。").is(303));

        var rounds = duty.soon(
                "/api/v1/alerts?state=OPEN",
                found -> found.items()
                                .valueStream()
                                .filter(alert -> alert.path("round").asInt() == 2)
                                .count()
                        == pages.size());
        List<String> alerts = new ArrayList<>();
        rounds.items().forEach(alert -> alerts.add(alert.path("id").asString()));
        for (var alert : alerts) {
            both.person("standby.health")
                    .put("/api/v1/alerts/" + alert + "/acknowledgement")
                    .is(200);
            await(alert).atMost(LONG).until(() -> town.received(alert) == 1);
        }
        return alerts;
    }

    private static void endASessionAtBothGateways() {
        var leaving = both.signIn("leader.health");
        leaving.get("/api/v1/me").is(200);
        leaving.get("/api/v1/me").is(200);
        leaving.delete("/api/v1/session").is(204);
        leaving.get("/api/v1/me").isProblem(401, "not-signed-in");
        leaving.get("/api/v1/me").isProblem(401, "not-signed-in");
    }

    /** The broker is away, so what the second instance has taken waits; then that instance is gone for good. */
    private static String sendWhatTheOtherDropped() throws Exception {
        var throughTheSecond = new Unit(town.through(() -> second("gateway").url()), "health");
        var draft = throughTheSecond.writes("本周日上午社区中医义诊，咨询电话12345。");
        town.kill("broker");
        throughTheSecond
                .town()
                .person("drafter.health")
                .post("/api/v1/drafts/" + draft + "/submission", "{}")
                .is(202);
        second("approval").kill();
        SECOND.remove("approval");
        town.up();

        new Unit(town, "health").signs(draft);
        return draft;
    }

    private static void leaveALogWithoutAHole(List<String> alerts, String left) throws Exception {
        var log = await().atMost(LONG)
                .until(
                        () -> Log.read(town.scripts().port("broker")),
                        read -> read.types("approval.drafts", left).contains("Approved.v1"));

        assertThat(log.faults()).isEmpty();
        assertThat(log.types("approval.drafts", left)).containsExactly("DraftSubmitted.v1", "Approved.v1");
        for (var alert : alerts) {
            assertThat(log.types("monitoring.cases", alert.substring(0, alert.lastIndexOf('.'))))
                    .containsExactly("CaseOpened.v1", "CaseEscalated.v1", "CaseAcknowledged.v1");
        }
    }
}
