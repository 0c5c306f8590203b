package cn.qianfa.contracts.delivery.inbox;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * What was polled and is not done, by partition. Kafka's own lag does not tell: it counts a record as read once it was
 * polled, however often it comes again.
 */
final class InHand {
    private final Map<TopicPartition, Integer> records = new ConcurrentHashMap<>();

    /** @param from the first record of the batch that is not done */
    void left(List<? extends ConsumerRecord<?, ?>> batch, int from) {
        var left = new HashMap<TopicPartition, Integer>();
        batch.forEach(record -> left.put(partition(record), 0));
        batch.subList(from, batch.size()).forEach(record -> left.merge(partition(record), 1, Integer::sum));
        records.putAll(left);
    }

    private static TopicPartition partition(ConsumerRecord<?, ?> record) {
        return new TopicPartition(record.topic(), record.partition());
    }

    /** Another instance reads these from now on. */
    void lost(Collection<TopicPartition> partitions) {
        partitions.forEach(records::remove);
    }

    int count() {
        return records.values().stream().mapToInt(Integer::intValue).sum();
    }
}
