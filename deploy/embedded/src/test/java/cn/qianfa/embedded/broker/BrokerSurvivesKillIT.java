package cn.qianfa.embedded.broker;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Eight producers write while the broker's process is killed, ten times over; what it acknowledged must be there. */
@Tag("article-7")
class BrokerSurvivesKillIT {
    private static final String TOPIC = "records";
    private static final int PARTITIONS = 6;
    private static final int PRODUCERS = 8;
    private static final int ROUNDS = 10;
    private static final int ACKNOWLEDGED_PER_ROUND = 2_000;

    @TempDir
    Path directory;

    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final List<Thread> writers = new ArrayList<>();

    @Test
    void losesNoAcknowledgedRecordOverTenKills() throws Exception {
        for (var round = 1; round <= ROUNDS; round++) {
            writeUntilKilled(round);
        }
        for (var writer : writers) {
            writer.join(); // no acknowledgement can come after this
        }

        Set<String> found;
        try (var broker = start(ROUNDS + 1)) {
            found = readAll(broker.address());
        }

        System.out.printf("%d rounds: %,d acknowledged, %,d found%n", ROUNDS, acknowledged.size(), found.size());
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ROUNDS * ACKNOWLEDGED_PER_ROUND);
        var lost = new HashSet<>(acknowledged);
        lost.removeAll(found);
        assertThat(lost).isEmpty();
    }

    private void writeUntilKilled(int round) throws Exception {
        var before = acknowledged.size();
        var killed = new AtomicBoolean();
        try (var broker = start(round)) {
            var address = broker.address();
            if (round == 1) {
                createTopic(address);
            }
            for (var producer = 0; producer < PRODUCERS; producer++) {
                var name = round + "-" + producer;
                writers.add(Thread.ofPlatform().start(() -> write(address, name, killed)));
            }
            await().atMost(Duration.ofSeconds(60)).until(() -> acknowledged.size() >= before + ACKNOWLEDGED_PER_ROUND);
            broker.kill(); // in the middle of it: all eight are still writing
        } finally {
            killed.set(true);
        }
    }

    private void write(String address, String name, AtomicBoolean killed) {
        var inFlight = new Semaphore(20);
        var producer = new KafkaProducer<>(
                Map.<String, Object>of(
                        "bootstrap.servers", address,
                        "acks", "all",
                        "linger.ms", "0",
                        "max.block.ms", "2000",
                        "request.timeout.ms", "1000",
                        "delivery.timeout.ms", "2000"),
                new StringSerializer(),
                new StringSerializer());
        for (var number = 0; !killed.get(); number++) {
            inFlight.acquireUninterruptibly();
            var value = name + "-" + number;
            producer.send(new ProducerRecord<>(TOPIC, name, value), (_, failure) -> {
                inFlight.release();
                if (failure == null) {
                    acknowledged.add(value);
                }
            });
        }
        producer.close(Duration.ZERO); // nobody is left to answer
    }

    private BrokerProcess start(int round) throws Exception {
        return BrokerProcess.start(
                directory.resolve("broker-" + round + ".log"),
                "--directory",
                directory.resolve("kafka").toString());
    }

    private static void createTopic(String address) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", address))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, PARTITIONS, (short) 1)))
                    .all()
                    .get();
        }
    }

    private static Set<String> readAll(String address) {
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", address),
                new StringDeserializer(),
                new StringDeserializer())) {
            var partitions = consumer.partitionsFor(TOPIC).stream()
                    .map(partition -> new TopicPartition(TOPIC, partition.partition()))
                    .collect(toSet());
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            Set<String> found = new HashSet<>();
            await().atMost(Duration.ofSeconds(60)).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> found.add(record.value()));
                return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
            });
            return found;
        }
    }
}
