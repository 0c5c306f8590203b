package cn.qianfa.bench;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The bare way through the broker: a record is sent with all acknowledgements, and read back. */
final class BrokerHops implements AutoCloseable {
    private static final String TOPIC = "bench-hops";
    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaProducer<String, String> producer;
    private final KafkaConsumer<String, String> consumer;

    private BrokerHops(KafkaProducer<String, String> producer, KafkaConsumer<String, String> consumer) {
        this.producer = producer;
        this.consumer = consumer;
    }

    static BrokerHops open(String server) throws Exception {
        Map<String, Object> servers = Map.of("bootstrap.servers", server);
        try (var admin = Admin.create(servers)) {
            if (!admin.listTopics().names().get().contains(TOPIC)) {
                admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1)))
                        .all()
                        .get();
            }
        }
        Map<String, Object> all = Map.of("bootstrap.servers", server, "acks", "all");
        var producer = new KafkaProducer<>(all, new StringSerializer(), new StringSerializer());
        var consumer = new KafkaConsumer<>(servers, new StringDeserializer(), new StringDeserializer());
        var partition = List.of(new TopicPartition(TOPIC, 0));
        consumer.assign(partition);
        consumer.seekToEnd(partition);
        consumer.position(partition.getFirst());
        return new BrokerHops(producer, consumer);
    }

    /** @return milliseconds */
    double two() throws Exception {
        var begun = System.nanoTime();
        one();
        one();
        return (System.nanoTime() - begun) / 1e6;
    }

    private void one() throws Exception {
        var mark = UUID.randomUUID().toString();
        producer.send(new ProducerRecord<>(TOPIC, mark)).get();
        var found = false;
        while (!found) {
            for (var read : consumer.poll(POLL)) {
                found |= mark.equals(read.value());
            }
        }
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
    }
}
