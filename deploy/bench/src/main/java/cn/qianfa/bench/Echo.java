package cn.qianfa.bench;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The bare way through the broker for many at once: records are sent with all acknowledgements, and read back. */
final class Echo implements AutoCloseable {
    private static final String TOPIC = "bench-echo";
    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaProducer<String, String> producer;
    private final KafkaConsumer<String, String> consumer;
    private final Map<String, CompletableFuture<Void>> expected = new ConcurrentHashMap<>();
    private final Thread reader = new Thread(this::read, "echo");
    private volatile boolean closed;

    private Echo(KafkaProducer<String, String> producer, KafkaConsumer<String, String> consumer) {
        this.producer = producer;
        this.consumer = consumer;
    }

    static Echo open(String server) throws Exception {
        Map<String, Object> servers = Map.of("bootstrap.servers", server);
        try (var admin = Admin.create(servers)) {
            if (!admin.listTopics().names().get().contains(TOPIC)) {
                admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1)))
                        .all()
                        .get();
            }
        }
        Map<String, Object> all = Map.of("bootstrap.servers", server, "acks", "all", "linger.ms", 0);
        var consumer = new KafkaConsumer<>(servers, new StringDeserializer(), new StringDeserializer());
        var partition = List.of(new TopicPartition(TOPIC, 0));
        consumer.assign(partition);
        consumer.seekToEnd(partition);
        consumer.position(partition.getFirst());
        var echo = new Echo(new KafkaProducer<>(all, new StringSerializer(), new StringSerializer()), consumer);
        echo.reader.start();
        return echo;
    }

    /** Returns when the record was read back. */
    void one() {
        var mark = UUID.randomUUID().toString();
        var back = new CompletableFuture<Void>();
        expected.put(mark, back);
        producer.send(new ProducerRecord<>(TOPIC, mark));
        back.join();
    }

    /** One record after the other. @return milliseconds */
    double two() {
        var begun = System.nanoTime();
        one();
        one();
        return (System.nanoTime() - begun) / 1e6;
    }

    private void read() {
        while (!closed) {
            for (var read : consumer.poll(POLL)) {
                var back = expected.remove(requireNonNull(read.value()));
                if (back != null) {
                    back.complete(null);
                }
            }
        }
        consumer.close();
    }

    @Override
    public void close() {
        closed = true; // the reader closes what it reads from
        producer.close();
    }
}
