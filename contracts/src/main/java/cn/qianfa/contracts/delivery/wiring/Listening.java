package cn.qianfa.contracts.delivery.wiring;

import cn.qianfa.contracts.delivery.inbox.EventConsumer;
import cn.qianfa.contracts.delivery.inbox.Subscription;
import com.mongodb.MongoException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsOptions;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;
import org.springframework.kafka.listener.ContainerProperties;

/** One subscription with its container: starts once its topic is there. */
final class Listening {
    private static final Logger LOG = LoggerFactory.getLogger(Listening.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int LANES = 2;

    /** Of Kafka's own meters, the one each partition has. */
    private static final String LAG = "records-lag";

    private final Subscription subscription;
    private final EventConsumer consumer;
    private final ConcurrentMessageListenerContainer<byte[], byte[]> container;
    private final CountDownLatch firstAssignment = new CountDownLatch(1);
    private final Marks marks;
    private final Rewind rewind;
    private Map<TopicPartition, Long> kept = Map.of();

    Listening(Subscription subscription, EventConsumer consumer, Map<String, Object> kafka, Marks marks) {
        this.subscription = subscription;
        this.consumer = consumer;
        this.marks = marks;
        this.rewind =
                new Rewind(marks, subscription.consumer(), subscription.topic().wireName());
        var containerProperties = new ContainerProperties(subscription.topic().wireName());
        containerProperties.setGroupId(subscription.consumer());
        containerProperties.setAckMode(ContainerProperties.AckMode.MANUAL_IMMEDIATE);
        containerProperties.setMessageListener(consumer);
        containerProperties.setConsumerRebalanceListener(new ConsumerAwareRebalanceListener() {
            @Override
            public void onPartitionsAssigned(Consumer<?, ?> kafka, Collection<TopicPartition> partitions) {
                partitions.forEach(one -> goBack(kafka, one));
                firstAssignment.countDown();
                if (!partitions.isEmpty()) {
                    Thread.ofVirtual().name("taken-over").start(Listening.this::replay);
                }
            }

            @Override
            public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
                consumer.lost(partitions);
            }

            @Override
            public void onPartitionsLost(Collection<TopicPartition> partitions) {
                consumer.lost(partitions);
            }
        });
        container =
                new ConcurrentMessageListenerContainer<>(new DefaultKafkaConsumerFactory<>(kafka), containerProperties);
        container.setBeanName(subscription.consumer());
        container.setConcurrency(Math.min(LANES, subscription.topic().partitions()));
    }

    boolean startWhenItsTopicIsThere(Admin admin, DeliverySettings settings)
            throws ExecutionException, InterruptedException {
        if (!new Topics(admin, settings).exists(subscription.topic())) {
            return false;
        }
        new FirstStart(admin).ensureOffsets(subscription.consumer(), subscription.topic());
        rewind.begin();
        consumer.replayAll();
        container.start();
        return true;
    }

    /**
     * Who read these partitions before may have been an older build and parked what this one knows, after this one had
     * tried what waited at its start.
     */
    private void replay() {
        try {
            consumer.replayAll();
        } catch (MongoException e) {
            LOG.atWarn()
                    .addKeyValue("consumer", consumer())
                    .log("What waits could not be tried again, the next assignment or start tries: {}", e.toString());
        }
    }

    /**
     * Once in a life, to where the store is, if the broker has it further on: the store was put back to an earlier day, or
     * this service fell a moment ago. What had its effect has none a second time.
     */
    private void goBack(Consumer<?, ?> kafka, TopicPartition partition) {
        rewind.to(partition).filter(mark -> mark < kafka.position(partition)).ifPresent(mark -> {
            LOG.atInfo()
                    .addKeyValue("consumer", consumer())
                    .addKeyValue("partition", partition.partition())
                    .addKeyValue("from", mark)
                    .addKeyValue("to", kafka.position(partition))
                    .log("Reads again what lies between the store and the broker");
            kafka.seek(partition, mark);
        });
    }

    /** Whatever is committed has had its effect in the store. */
    void keepMark(Admin admin) throws ExecutionException, InterruptedException {
        var committed = new HashMap<TopicPartition, Long>();
        admin.listConsumerGroupOffsets(
                        Map.of(consumer(), new ListConsumerGroupOffsetsSpec()),
                        new ListConsumerGroupOffsetsOptions().timeoutMs((int) PATIENCE.toMillis()))
                .partitionsToOffsetAndMetadata(consumer())
                .get()
                .forEach((partition, offset) -> {
                    if (offset != null
                            && partition.topic().equals(subscription.topic().wireName())) {
                        committed.put(partition, offset.offset());
                    }
                });
        if (!committed.isEmpty() && !committed.equals(kept)) {
            marks.write(consumer(), committed);
            kept = committed;
        }
    }

    /** How many partitions this instance reads; none while it stands still, or where others hold them all. */
    int partitions() {
        return container.getAssignedPartitions().size();
    }

    /** Records of its partitions that have had no effect yet, as of the last answer of the broker. */
    double lag() {
        return consumer.inHand() + notPolled();
    }

    private double notPolled() {
        return container.metrics().values().stream()
                .flatMap(client -> client.entrySet().stream())
                .filter(metric -> metric.getKey().name().equals(LAG)
                        && metric.getKey().tags().containsKey("partition"))
                .map(metric -> metric.getValue().metricValue())
                .mapToDouble(lag -> lag instanceof Double number && !number.isNaN() ? number : 0)
                .sum();
    }

    String consumer() {
        return subscription.consumer();
    }

    /** An instance that got no partition, because others hold them all, is assigned too. */
    boolean assigned() {
        return firstAssignment.getCount() == 0 && container.isRunning();
    }

    void stop() {
        container.stop();
    }
}
