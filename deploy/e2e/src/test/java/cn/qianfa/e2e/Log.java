package cn.qianfa.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Everything the services have announced so far, read from the broker's log itself. */
record Log(List<Entry> entries) {
    /** Whatever is in quarantine is announced by nobody. */
    private static final Pattern OURS = Pattern.compile("(approval|content-rules|monitoring)\\.(?!quarantine$).+");

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Duration PATIENCE = Duration.ofMillis(200);

    /** One record. */
    record Entry(String topic, String key, long seq, String id, String type) {
        static Entry of(ConsumerRecord<String, String> read) {
            return new Entry(
                    read.topic(),
                    read.key(),
                    Long.parseLong(header(read, "ce_seq")),
                    header(read, "ce_id"),
                    header(read, "ce_type"));
        }

        private static String header(ConsumerRecord<String, String> read, String name) {
            return new String(read.headers().lastHeader(name).value(), UTF_8);
        }
    }

    static Log read(int broker) throws Exception {
        return read("127.0.0.1:" + broker);
    }

    static Log read(String brokers) throws Exception {
        Map<String, Object> servers = Map.of("bootstrap.servers", brokers);
        try (var admin = Admin.create(servers);
                var consumer = new KafkaConsumer<>(servers, new StringDeserializer(), new StringDeserializer())) {
            var topics = admin.listTopics().names().get().stream()
                    .filter(topic -> OURS.matcher(topic).matches())
                    .toList();
            List<TopicPartition> partitions = new ArrayList<>();
            admin.describeTopics(topics)
                    .allTopicNames()
                    .get()
                    .forEach((topic, described) -> described
                            .partitions()
                            .forEach(one -> partitions.add(new TopicPartition(topic, one.partition()))));
            return read(consumer, partitions);
        }
    }

    private static Log read(KafkaConsumer<String, String> consumer, List<TopicPartition> partitions) {
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        var ends = consumer.endOffsets(partitions);
        List<Entry> entries = new ArrayList<>();
        await().atMost(LONG).until(() -> {
            consumer.poll(PATIENCE).forEach(read -> entries.add(Entry.of(read)));
            return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
        });
        return new Log(entries);
    }

    /** Of one topic, the event types of each key in the order of their numbers, each number once. */
    List<String> types(String topic, String key) {
        Map<Long, String> types = new TreeMap<>();
        entries.stream()
                .filter(entry -> entry.topic().equals(topic) && entry.key().equals(key))
                .forEach(entry -> types.put(entry.seq(), entry.type()));
        return List.copyOf(types.values());
    }

    /** What no reader could make sense of: a number left out, or given to two events. */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        entries.stream()
                .collect(groupingBy(entry -> entry.topic() + " " + entry.key()))
                .forEach((where, events) -> faults.addAll(faults(where, events)));
        return faults;
    }

    private static List<String> faults(String where, List<Entry> events) {
        List<String> faults = new ArrayList<>();
        Map<Long, Set<String>> ids = new TreeMap<>();
        var newest = 0L;
        for (var event : events) {
            ids.computeIfAbsent(event.seq(), _ -> new HashSet<>()).add(event.id());
            if (event.seq() > newest + 1 && !where.startsWith("content-rules.")) {
                faults.add(where + ": " + event.seq() + " after " + newest);
            }
            newest = Math.max(newest, event.seq());
        }
        ids.forEach((seq, given) -> {
            if (given.size() > 1) {
                faults.add(where + ": " + seq + " is " + given);
            }
        });
        return faults;
    }
}
