package cn.qianfa.monitoring.alert.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.qianfa.contracts.event.Topic;
import cn.qianfa.monitoring.alert.AlertFeed;
import cn.qianfa.monitoring.casework.CaseId;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Follows the cases' topic from now on, without a group: every instance hears of every case. */
@Component
final class CaseTopicFollower implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(CaseTopicFollower.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Map<String, Object> properties;
    private final AlertFeed feed;
    private volatile boolean running;
    private volatile @Nullable KafkaConsumer<byte[], byte[]> consumer;
    private @Nullable Thread thread;

    CaseTopicFollower(KafkaProperties kafka, AlertFeed feed) {
        this.feed = feed;
        properties = kafka.buildConsumerProperties();
        properties.putAll(Map.of(
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "latest",
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class));
        properties.remove(ConsumerConfig.GROUP_ID_CONFIG);
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().daemon().name("case-follower").start(this::follow);
    }

    private void follow() {
        while (running) {
            try (var current = new KafkaConsumer<byte[], byte[]>(properties)) {
                consumer = current;
                follow(current);
            } catch (WakeupException e) {
                return;
            } catch (KafkaException e) {
                LOG.atWarn().log("The cases' topic cannot be followed, tried again: {}", e.toString());
                rest();
            }
        }
    }

    private void follow(KafkaConsumer<byte[], byte[]> current) {
        var partitions = IntStream.range(0, Topic.CASES.partitions())
                .mapToObj(number -> new TopicPartition(Topic.CASES.wireName(), number))
                .toList();
        current.assign(partitions);
        current.seekToEnd(partitions);
        while (running) {
            for (var heard : current.poll(POLL)) {
                if (heard.key() != null) {
                    tell(new String(heard.key(), UTF_8));
                }
            }
        }
    }

    private void tell(String key) {
        try {
            feed.changed(new CaseId(key));
        } catch (RuntimeException e) {
            LOG.atWarn().addKeyValue("case", key).log("Streams miss a hint: {}", e.toString());
        }
    }

    private static void rest() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        running = false;
        var current = consumer;
        if (current != null) {
            current.wakeup();
        }
        if (thread != null) {
            thread.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
