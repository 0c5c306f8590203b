package cn.qianfa.contracts.delivery.wiring;

import static java.util.Objects.requireNonNull;

import cn.qianfa.contracts.event.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Creates the topics a service owns, and refuses to go on where an existing one has other partitions. */
final class Topics {
    private static final Logger LOG = LoggerFactory.getLogger(Topics.class);
    private static final Duration QUARANTINED = Duration.ofDays(7);

    private final Admin admin;
    private final DeliverySettings settings;

    Topics(Admin admin, DeliverySettings settings) {
        this.admin = admin;
        this.settings = settings;
    }

    /** @throws IllegalStateException where a topic stands with another number of partitions */
    void ensureOwn(String service) throws InterruptedException, ExecutionException {
        var existing = admin.listTopics().names().get();
        var missing = new ArrayList<NewTopic>();
        for (var topic : Topic.values()) {
            if (topic.owner().equals(service) && !existing.contains(topic.wireName())) {
                missing.add(topic(topic.wireName(), topic.partitions(), configuration(topic.keeps())));
            }
        }
        if (!existing.contains(quarantine(service))) {
            missing.add(topic(quarantine(service), 1, keepFor(QUARANTINED)));
        }
        create(missing);
        verify(service);
    }

    static String quarantine(String service) {
        return service + ".quarantine";
    }

    /** Whether a topic, of whichever service, is there. */
    boolean exists(Topic topic) throws InterruptedException, ExecutionException {
        return admin.listTopics().names().get().contains(topic.wireName());
    }

    private NewTopic topic(String name, int partitions, Map<String, String> configuration) {
        return new NewTopic(name, Optional.of(partitions), Optional.ofNullable(settings.replication()))
                .configs(configuration);
    }

    private void create(List<NewTopic> missing) throws InterruptedException, ExecutionException {
        for (var created : admin.createTopics(missing).values().values()) {
            try {
                created.get();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
            }
        }
    }

    private void verify(String service) throws InterruptedException, ExecutionException {
        var own = Arrays.stream(Topic.values())
                .filter(topic -> topic.owner().equals(service))
                .toList();
        var found = admin.describeTopics(own.stream().map(Topic::wireName).toList())
                .allTopicNames()
                .get();
        own.forEach(topic ->
                verify(topic, requireNonNull(found.get(topic.wireName())).partitions()));
    }

    private static void verify(Topic topic, List<TopicPartitionInfo> found) {
        if (found.size() != topic.partitions()) {
            throw new IllegalStateException("topic %s: %d partitions (expected: %d, fixed at creation)"
                    .formatted(topic.wireName(), found.size(), topic.partitions()));
        }
        var replicas = found.getFirst().replicas().size();
        LOG.atInfo()
                .addKeyValue("topic", topic.wireName())
                .addKeyValue("replicas", replicas)
                .log("What is announced is kept {} times", replicas);
    }

    private Map<String, String> configuration(Topic.Keeps keeps) {
        return switch (keeps) {
            case EVERYTHING -> Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1");
            case THE_NEWEST_OF_EACH_KEY ->
                Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
            case AS_LONG_AS_COMMENTS -> keepFor(settings.commentRetention());
        };
    }

    private static Map<String, String> keepFor(Duration retention) {
        return Map.of(TopicConfig.RETENTION_MS_CONFIG, Long.toString(retention.toMillis()));
    }
}
