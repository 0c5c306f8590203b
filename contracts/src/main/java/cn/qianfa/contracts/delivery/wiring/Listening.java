package cn.qianfa.contracts.delivery.wiring;

import cn.qianfa.contracts.delivery.inbox.EventConsumer;
import cn.qianfa.contracts.delivery.inbox.Subscription;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;
import org.springframework.kafka.listener.ContainerProperties;

/** One subscription with its container: starts once its topic is there. */
final class Listening {
    private static final int LANES = 2;

    private final Subscription subscription;
    private final EventConsumer consumer;
    private final ConcurrentMessageListenerContainer<byte[], byte[]> container;
    private final CountDownLatch firstAssignment = new CountDownLatch(1);

    Listening(Subscription subscription, EventConsumer consumer, Map<String, Object> kafka) {
        this.subscription = subscription;
        this.consumer = consumer;
        var containerProperties = new ContainerProperties(subscription.topic().wireName());
        containerProperties.setGroupId(subscription.consumer());
        containerProperties.setAckMode(ContainerProperties.AckMode.MANUAL_IMMEDIATE);
        containerProperties.setMessageListener(consumer);
        containerProperties.setConsumerRebalanceListener(new ConsumerAwareRebalanceListener() {
            @Override
            public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
                firstAssignment.countDown();
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
        consumer.replayAll();
        container.start();
        return true;
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
