package cn.qianfa.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The broker's log as it stands, and how far its readers have come. */
final class TopicDump implements AutoCloseable {
    private static final Duration WAIT = Duration.ofSeconds(1);

    private final Properties settings = new Properties();
    private final Admin admin;

    TopicDump(int port) {
        settings.put("bootstrap.servers", "127.0.0.1:" + port);
        this.admin = Admin.create(settings);
    }

    /** A file for each topic: {@code topic.jsonl}, a line for each record. */
    void write(Path directory) throws IOException, InterruptedException, ExecutionException {
        Files.createDirectories(directory);
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            for (var topic : topics()) {
                write(consumer, topic, new Journal(directory.resolve(topic + ".jsonl")));
            }
        }
    }

    private TreeSet<String> topics() throws InterruptedException, ExecutionException {
        var topics = new TreeSet<>(admin.listTopics().names().get());
        topics.removeIf(name -> name.startsWith("__"));
        return topics;
    }

    private static void write(KafkaConsumer<byte[], byte[]> consumer, String topic, Journal to) {
        var partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        var ends = consumer.endOffsets(partitions);
        while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.getOrDefault(one, 0L))) {
            consumer.poll(WAIT).forEach(record -> to.addRaw(line(record)));
        }
    }

    private static String line(ConsumerRecord<byte[], byte[]> record) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("partition", record.partition());
        line.put("offset", record.offset());
        line.put("timestamp", record.timestamp());
        line.put("key", text(record.key()));
        Map<String, String> headers = new LinkedHashMap<>();
        record.headers().forEach(header -> headers.put(header.key(), text(header.value())));
        line.put("headers", headers);
        line.put("value", value(record.value()));
        return JsonMapper.shared().writeValueAsString(line);
    }

    private static String text(byte @Nullable [] bytes) {
        return bytes == null ? "" : new String(bytes, UTF_8);
    }

    private static Object value(byte @Nullable [] bytes) {
        try {
            return JsonMapper.shared().readTree(text(bytes));
        } catch (JacksonException _) {
            return text(bytes);
        }
    }

    /** How many records the services have not reacted to yet. */
    long lag() throws InterruptedException, ExecutionException {
        var lag = 0L;
        for (var group : admin.listGroups().all().get()) {
            var committed = admin.listConsumerGroupOffsets(group.groupId())
                    .partitionsToOffsetAndMetadata()
                    .get();
            try (var consumer =
                    new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
                var ends = consumer.endOffsets(committed.keySet());
                lag += ends.values().stream().mapToLong(end -> end).sum();
                lag -= committed.values().stream()
                        .mapToLong(OffsetAndMetadata::offset)
                        .sum();
            }
        }
        return lag;
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(5));
    }
}
