package cn.qianfa.e2e;

import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClients;
import java.time.Duration;
import java.util.ArrayList;
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
import org.bson.Document;

/** Something left in the broker and in the store, to be found again after a restart. */
record Traces(List<String> records, List<String> documents) {
    private static final String NAME = "e2e-traces";

    static Traces leave(int broker, int store) throws Exception {
        var mark = UUID.randomUUID().toString();
        try (var admin = Admin.create(servers(broker))) {
            admin.createTopics(List.of(new NewTopic(NAME, 1, (short) 1))).all().get();
        }
        try (var producer = new KafkaProducer<>(servers(broker), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(NAME, mark)).get();
        }
        try (var client = MongoClients.create("mongodb://127.0.0.1:" + store)) {
            client.getDatabase(NAME).getCollection(NAME).insertOne(new Document("_id", mark));
        }
        return find(broker, store);
    }

    static Traces find(int broker, int store) {
        List<String> documents = new ArrayList<>();
        try (var client = MongoClients.create("mongodb://127.0.0.1:" + store)) {
            client.getDatabase(NAME).getCollection(NAME).find().forEach(found -> documents.add(found.getString("_id")));
        }
        return new Traces(records(broker), documents);
    }

    private static List<String> records(int broker) {
        try (var consumer = new KafkaConsumer<>(servers(broker), new StringDeserializer(), new StringDeserializer())) {
            var partition = new TopicPartition(NAME, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            var end =
                    consumer.endOffsets(List.of(partition)).values().iterator().next();
            List<String> records = new ArrayList<>();
            await().atMost(Duration.ofSeconds(60)).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> records.add(record.value()));
                return consumer.position(partition) >= end;
            });
            return records;
        }
    }

    private static Map<String, Object> servers(int broker) {
        return Map.of("bootstrap.servers", "127.0.0.1:" + broker);
    }
}
