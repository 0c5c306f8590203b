package cn.qianfa.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The line over three brokers, of which one dies, and then another. */
class ClusterIT {
    private static final Duration LONG = Duration.ofMinutes(2);

    @TempDir
    @SuppressWarnings("NullAway.Init") // given before the test
    private Path directory;

    @TempDir
    @SuppressWarnings("NullAway.Init") // given before the test
    private Path ofTheBrokers; // they still write there when the town clears its own

    @Test
    void goesOnWithoutOneBrokerWaitsWithoutTwoAndLosesNothing() throws Exception {
        var scripts = Scripts.of(directory);
        try (var brokers = Brokers.start(scripts.root(), ofTheBrokers);
                var town = Town.open(scripts.with("KAFKA_BOOTSTRAP_SERVERS", brokers.servers()), "10m")) {
            keepsEveryTopicThreeTimes(brokers);
            var unit = new Unit(town, "health");
            var gatewayLog = town.home().resolve("logs/gateway.log");
            try (var client = new SteadyClient(town.person("drafter.township"), gatewayLog)) {
                publishes(unit, "本周一上午健康讲座，咨询电话12345。");

                brokers.kill(1);
                publishes(unit, "本周二上午健康讲座，咨询电话12345。");

                brokers.kill(2);
                refusesToTakeARecord(brokers);
                var waiting = unit.submits("本周三上午健康讲座，咨询电话12345。");
                client.goesOn();
                assertThat(town.person("drafter.health")
                                .get("/api/v1/drafts/" + waiting + "/findings")
                                .field("checked"))
                        .isEqualTo("WAITS");

                brokers.startAgain(1);
                unit.signs(waiting);
                isAllAnnounced(brokers, client.rest(), waiting);
            }
            for (var part : List.of("gateway", "approval", "rules", "monitoring")) {
                await(part).atMost(LONG).until(new Management(scripts.port(part + "-management"))::isDelivered);
            }
        }
    }

    private static void keepsEveryTopicThreeTimes(Brokers brokers) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", brokers.servers()))) {
            var names = admin.listTopics().names().get();
            assertThat(names).contains("approval.drafts", "approval.registry", "monitoring.comments");
            assertThat(admin.describeTopics(names).allTopicNames().get().values())
                    .allSatisfy(topic -> assertThat(topic.partitions())
                            .allSatisfy(one ->
                                    assertThat(one.replicas()).as(topic.name()).hasSize(3)));
            var drafts = new ConfigResource(ConfigResource.Type.TOPIC, "approval.drafts");
            assertThat(admin.describeConfigs(List.of(drafts)).all().get().values())
                    .singleElement()
                    .satisfies(config -> assertThat(config.get(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG)
                                    .value())
                            .isEqualTo("2"));
        }
    }

    private static void publishes(Unit unit, String text) {
        var draft = unit.submits(text);
        unit.signs(draft);
        unit.releases(draft, Instant.now());
        assertThat(unit.page(draft)).isNotEmpty();
    }

    private static void refusesToTakeARecord(Brokers brokers) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", brokers.servers(),
                "acks", "all",
                "linger.ms", 0,
                "max.block.ms", 3_000,
                "request.timeout.ms", 2_000,
                "delivery.timeout.ms", 3_000);
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            assertThatThrownBy(() -> producer.send(new ProducerRecord<>("approval.quarantine", "a", "b"))
                            .get())
                    .isInstanceOf(ExecutionException.class);
        }
    }

    private static void isAllAnnounced(Brokers brokers, List<String> drafts, String signed) throws Exception {
        var log = await().atMost(LONG)
                .until(
                        () -> Log.read(brokers.servers()),
                        read -> drafts.stream()
                                        .noneMatch(draft -> read.types("content-rules.draft-verdicts", draft)
                                                .isEmpty())
                                && read.types("approval.drafts", signed).contains("Approved.v1"));
        assertThat(log.faults()).isEmpty();
        assertThat(drafts)
                .isNotEmpty()
                .allSatisfy(
                        draft -> assertThat(log.types("approval.drafts", draft)).containsExactly("DraftSubmitted.v1"));
    }
}
