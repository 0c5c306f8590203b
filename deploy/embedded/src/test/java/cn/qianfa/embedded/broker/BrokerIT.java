package cn.qianfa.embedded.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerIT {
    private static final String TOPIC = "approval.drafts";

    @TempDir
    Path directory;

    @Nested
    class StartedAgain {
        @Test
        void goesOnWithItsRecords() throws Exception {
            try (var broker = Broker.start(directory, 0)) {
                create(broker);
                send(broker, "first");
            }

            try (var broker = Broker.start(directory, 0)) {
                send(broker, "second");

                assertThat(read(broker, 2)).containsExactly("first", "second");
            }
        }
    }

    @Nested
    class Running {
        @Test
        void createsNoTopicByBeingAsked() throws Exception {
            try (var broker = Broker.start(directory, 0)) {
                assertThatThrownBy(() -> send(broker, "nobody asked for this topic"))
                        .isInstanceOf(ExecutionException.class)
                        .cause()
                        .isInstanceOfAny(TimeoutException.class, UnknownTopicOrPartitionException.class);

                try (var admin = admin(broker)) {
                    assertThat(admin.listTopics().names().get()).isEmpty();
                }
            }
        }

        @Test
        void keepsRecordsForEverUnlessTheTopicSaysOtherwise() throws Exception {
            try (var broker = Broker.start(directory, 0)) {
                create(broker);

                try (var admin = admin(broker)) {
                    var topic = new ConfigResource(ConfigResource.Type.TOPIC, TOPIC);
                    var settings = admin.describeConfigs(List.of(topic))
                            .all()
                            .get()
                            .values()
                            .iterator()
                            .next();
                    assertThat(settings.get("retention.ms").value()).isEqualTo("-1");
                    assertThat(settings.get("retention.bytes").value()).isEqualTo("-1");
                }
            }
        }
    }

    @Nested
    class Refused {
        @Test
        void becauseItsPortIsTaken() throws Exception {
            try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                assertThatThrownBy(() -> Broker.start(directory, other.getLocalPort()))
                        .isInstanceOf(BrokerNotStarted.class)
                        .hasMessage("port " + other.getLocalPort() + " on 127.0.0.1 cannot be opened: Address already"
                                + " in use (expected: a free port); stop what listens there or choose another with"
                                + " --port");
            }
        }

        @Test
        void becauseItsDirectoryIsInUse() {
            try (var _ = Broker.start(directory, 0)) {
                assertThatThrownBy(() -> Broker.start(directory, 0))
                        .isInstanceOf(BrokerNotStarted.class)
                        .hasMessageContaining("is in use by another broker (expected: one broker per directory)");
            }
        }

        @Test
        void becauseItsDirectoryCannotBeWritten() throws Exception {
            var file = Files.writeString(directory.resolve("file"), "not a directory");

            assertThatThrownBy(() -> Broker.start(file.resolve("kafka"), 0))
                    .isInstanceOf(BrokerNotStarted.class)
                    .hasMessageContaining("cannot be written");
        }

        @Test
        void becauseItsIdentityIsLost() throws Exception {
            Broker.start(directory, 0).close();
            Files.delete(directory.resolve("meta.properties"));

            assertThatThrownBy(() -> Broker.start(directory, 0))
                    .isInstanceOf(BrokerNotStarted.class)
                    .hasMessageContaining("it holds records but no meta.properties");
        }

        @Test
        void becauseItsIdentityIsDamagedAndLeavesNothingRunning() throws Exception {
            Broker.start(directory, 0).close();
            var identity = directory.resolve("meta.properties");
            var whole = Files.readString(identity);
            Files.writeString(identity, "");

            assertThatThrownBy(() -> Broker.start(directory, 0))
                    .isInstanceOf(BrokerNotStarted.class)
                    .hasMessageContaining("the broker's records in " + directory + " cannot be used");

            Files.writeString(identity, whole);
            Broker.start(directory, 0).close();
        }

        @Test
        void becauseItsMetadataIsDamagedAndLeavesNothingRunning() throws Exception {
            Broker.start(directory, 0).close();
            var bootstrap = directory.resolve("bootstrap.checkpoint");
            var whole = Files.readAllBytes(bootstrap);
            Files.write(bootstrap, new byte[whole.length]);

            assertThatThrownBy(() -> Broker.start(directory, 0))
                    .isInstanceOf(BrokerNotStarted.class)
                    .hasMessageContaining("the broker's records in " + directory + " cannot be used");

            Files.write(bootstrap, whole);
            Broker.start(directory, 0).close();
        }
    }

    private static void create(Broker broker) throws Exception {
        try (var admin = admin(broker)) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
            while (!admin.listTopics().names().get().contains(TOPIC)) {
                Thread.onSpinWait(); // the controller has it; the broker hears of it a moment later
            }
        }
    }

    private static Admin admin(Broker broker) {
        return Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
    }

    private static void send(Broker broker, String value) throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers(), "max.block.ms", "2000"),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(new ProducerRecord<>(TOPIC, value)).get();
        }
    }

    private static List<String> read(Broker broker, int count) {
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers()),
                new StringDeserializer(),
                new StringDeserializer())) {
            var partitions = List.of(new TopicPartition(TOPIC, 0));
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var values = new ArrayList<String>();
            await().atMost(Duration.ofSeconds(60)).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> values.add(record.value()));
                return values.size() >= count;
            });
            return values;
        }
    }
}
