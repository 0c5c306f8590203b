package cn.qianfa.e2e.watch;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.qianfa.e2e.Town;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The whole system, watched by the real Prometheus and the real Alertmanager with the files of this tree. */
class WatchIT {
    private static final Duration LONG = Duration.ofSeconds(90);
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Set<String> PROMETHEUS_OWN = Set.of("__name__", "job", "instance", "service", "le");
    private static final Set<String> BOUNDED = Set.of(
            "topic", "consumer", "collection", "unit", "state", "urgency", "change", "outcome", "policy", "upstream");
    private static final int MANY = 20;

    @TempDir
    static Path directory;

    private static @Nullable Town town;
    private static @Nullable Watch watch;
    private static @Nullable Receiver receiver;

    /** Before each, so that each is reported by its name where a program is missing. */
    @BeforeEach
    void open() throws Exception {
        Program.mustBeThere("prometheus", "prometheus-alertmanager");
        if (watch == null) {
            town = Town.open(directory, "10m");
            receiver = new Receiver();
            watch = Watch.over(town.scripts(), directory, receiver.port());
            walk(town);
            await().atMost(LONG)
                    .pollInterval(LOOK)
                    .until(() -> watch().sum("qianfa_alerts_rung_total{outcome=\"taken\"}") > 0);
        }
    }

    @AfterAll
    static void close() {
        Stream.of(Optional.ofNullable(watch), Optional.ofNullable(receiver), Optional.ofNullable(town))
                .flatMap(Optional::stream)
                .forEach(WatchIT::close);
    }

    private static void close(AutoCloseable one) {
        try {
            one.close();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static Watch watch() {
        return requireNonNull(watch);
    }

    private static Town town() {
        return requireNonNull(town);
    }

    private static Receiver receiver() {
        return requireNonNull(receiver);
    }

    /** From a draft to an acknowledged alert, so that every service has something to count. */
    private static void walk(Town town) {
        var drafter = town.person("drafter.health");
        drafter.post("/api/v1/checks", "{\"text\":\"周末义诊，咨询电话12345。\"}").is(200);
        var draft = drafter.post(
                        "/api/v1/drafts",
                        "{\"importance\":\"ORDINARY\",\"category\":\"CONVENIENCE\",\"text\":\"周末义诊，咨询电话12345。\"}")
                .is(201)
                .field("id");
        drafter.post("/api/v1/drafts/" + draft + "/submission", "{}").is(202);
        drafter.soon(
                "/api/v1/drafts/" + draft + "/findings",
                found -> found.field("checked").equals("CLEAN"));
        var director = town.person("director.health");
        var hash = director.get("/api/v1/drafts/" + draft).is(200).field("contentHash");
        director.post(
                        "/api/v1/drafts/" + draft + "/sign-offs",
                        "{\"contentHash\":\"%s\",\"step\":\"OFFICE_DIRECTOR\"}".formatted(hash))
                .is(200);
        var publisher = town.person("publisher.health");
        publisher
                .post("/api/v1/drafts/" + draft + "/publications", "{\"accounts\":[\"site.health\"]}")
                .is(202);
        var page = publisher
                .soon(
                        "/api/v1/publications?draft=" + draft,
                        found ->
                                found.items().path(0).path("state").asString("").equals("PUBLISHED"))
                .items()
                .path(0)
                .path("address")
                .asString();
        town.comment(page, "一群骗子，明天我带刀去你们单位。").is(303);
        var duty = town.person("duty.health");
        var alert = duty.soon(
                        "/api/v1/alerts?state=OPEN", found -> !found.items().isEmpty())
                .items()
                .path(0)
                .path("id")
                .asString();
        await().atMost(LONG).until(() -> town.received(alert) > 0);
        duty.put("/api/v1/alerts/" + alert + "/acknowledgement").is(200);
    }

    @Test
    void findsEveryMeterOfEveryServiceAndNoneThatIsInNoEnum() {
        var meters = Watched.meters();
        var metrics = watch().metrics();

        assertThat(meters)
                .hasSizeGreaterThan(20)
                .allSatisfy(meter -> assertThat(metrics).as(meter).containsAnyElementsOf(exported(meter)));
        assertThat(metrics)
                .filteredOn(metric -> metric.startsWith("qianfa_"))
                .allSatisfy(metric ->
                        assertThat(meters).anyMatch(meter -> exported(meter).contains(metric)));
    }

    /** The names a counter, a gauge or a timer has in Prometheus. */
    private static List<String> exported(String meter) {
        var name = meter.replace('.', '_');
        return List.of(
                name,
                name + "_total",
                name + "_seconds_count",
                name + "_seconds_sum",
                name + "_seconds_max",
                name + "_seconds_bucket");
    }

    @Test
    void findsFewWordsInTheTagsOfEachMeterAndNeverANumberOfSomething() {
        var series = watch().ask("series?match%5B%5D=%7B__name__%3D~%22qianfa_.%2B%22%7D")
                .valueStream()
                .toList();

        assertThat(series)
                .isNotEmpty()
                .allSatisfy(one -> assertThat(own(one))
                        .hasSizeLessThanOrEqualTo(1)
                        .allSatisfy(tag -> {
                            assertThat(BOUNDED).contains(tag);
                            assertThat(one.path(tag).asString()).matches("[a-z]+([.-][a-z]+)*");
                        }));
        assertThat(series.stream()
                        .collect(groupingBy(one ->
                                one.path("__name__").asString() + one.path("le").asString("")))
                        .values())
                .allSatisfy(same -> assertThat(same).hasSizeLessThanOrEqualTo(MANY));
    }

    private static Set<String> own(JsonNode series) {
        Set<String> own = new HashSet<>(series.propertyNames());
        own.removeAll(PROMETHEUS_OWN);
        return own;
    }

    @Test
    void countsWhatHappened() {
        var health = "{unit=\"health\"}";

        for (var meter : List.of("drafts_submitted", "drafts_signed", "drafts_released", "publications_published")) {
            assertThat(watch().sum("qianfa_" + meter + "_total" + health))
                    .as(meter)
                    .isEqualTo(1);
        }
        assertThat(watch().sum("qianfa_comments_flagged_total")).isEqualTo(1);
        assertThat(watch().sum("qianfa_delivery_partitions")).isGreaterThan(40);
        await().atMost(LONG).pollInterval(LOOK).until(() -> watch().sum("qianfa_cases_open") == 0);
        await().atMost(LONG).pollInterval(LOOK).until(() -> watch().sum("qianfa_delivery_lag") == 0);
    }

    @Test
    void findsEveryRuleSound() {
        var rules = watch().ask("rules")
                .path("groups")
                .valueStream()
                .flatMap(group -> group.path("rules").valueStream())
                .toList();

        assertThat(rules)
                .hasSameSizeAs(Watched.rules())
                .allSatisfy(rule -> assertThat(rule.path("lastError").asString(""))
                        .as(rule.toString())
                        .isEmpty());
        assertThat(Watched.rules())
                .allSatisfy(rule -> namesWhatExists(new Query(rule.path("expr").asString())));
    }

    @Test
    void answersEveryQueryOfEveryDashboard() {
        assertThat(Watched.DASHBOARDS)
                .allSatisfy(dashboard -> assertThat(Watched.queries(dashboard))
                        .isNotEmpty()
                        .allSatisfy(query -> {
                            namesWhatExists(query);
                            await(query.expression())
                                    .atMost(LONG)
                                    .pollInterval(LOOK)
                                    .until(() ->
                                            !watch().query(query.expression()).isEmpty());
                        }));
    }

    private static void namesWhatExists(Query query) {
        assertThat(watch().metrics()).as(query.expression()).containsAll(query.metrics());
        query.chosenBy()
                .forEach((metric, labels) -> assertThat(watch().labels(metric))
                        .as(query.expression())
                        .containsAll(labels));
        var there = new TreeSet<String>();
        query.metrics().forEach(metric -> there.addAll(watch().labels(metric)));
        assertThat(there).as(query.expression()).containsAll(query.groupedBy());
    }

    @Test
    void tellsTheOperationsTeamThatAServiceIsDownAndThatItIsBack() throws Exception {
        town().kill("rules");

        await().atMost(LONG).pollInterval(LOOK).until(() -> told("firing").isPresent());
        var alert = told("firing").orElseThrow();
        assertThat(alert.path("labels").path("severity").asString()).isEqualTo("critical");
        assertThat(alert.path("annotations").path("summary").asString())
                .matches("服务 content-rules（127\\.0\\.0\\.1:\\d+）没有应答");
        assertThat(alert.path("annotations").path("runbook").asString()).endsWith("#qianfainstancedown");

        town().up();
        await().atMost(LONG).pollInterval(LOOK).until(() -> told("resolved").isPresent());
    }

    private static Optional<JsonNode> told(String status) {
        return receiver()
                .told("QianfaInstanceDown", "content-rules")
                .filter(one -> one.path("status").asString("").equals(status))
                .findFirst();
    }
}
