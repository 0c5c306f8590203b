package cn.qianfa.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** An event whose body is not what it should be; everything else about it is. */
record BrokenEvent(String topic, String type, String key, String body) {
    /** One whose body was cut off on its way. */
    BrokenEvent(String topic, String type, String key) {
        this(topic, type, key, "{\"at\":");
    }

    String id() {
        return "cut-" + key;
    }

    void send(int broker) throws Exception {
        Map<String, Object> servers = Map.of("bootstrap.servers", "127.0.0.1:" + broker);
        try (var producer = new KafkaProducer<>(servers, new StringSerializer(), new StringSerializer())) {
            var record = new ProducerRecord<>(topic, key, body);
            Map.of(
                            "ce_specversion",
                            "1.0",
                            "ce_id",
                            id(),
                            "ce_type",
                            type,
                            "ce_source",
                            "approval",
                            "ce_subject",
                            key,
                            "ce_time",
                            Instant.now().toString(),
                            "ce_seq",
                            "1",
                            "content-type",
                            "application/json")
                    .forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
            producer.send(record).get();
        }
    }
}
