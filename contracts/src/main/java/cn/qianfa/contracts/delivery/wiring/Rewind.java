package cn.qianfa.contracts.delivery.wiring;

import com.mongodb.MongoException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;

/**
 * To where a consumer goes back when it is given a partition for the first time in its life: to where its store is. That is
 * asked anew each time, since whoever read the partition until now, for hours maybe, has moved the mark on.
 */
final class Rewind {
    private final Marks marks;
    private final String consumer;
    private final String topic;
    private final Map<TopicPartition, Long> begin = new ConcurrentHashMap<>();

    Rewind(Marks marks, String consumer, String topic) {
        this.marks = marks;
        this.consumer = consumer;
        this.topic = topic;
    }

    /** A life begins. */
    void begin() {
        begin.putAll(marks.read(consumer, topic));
    }

    /** @return empty where there is no mark, and at every later time */
    Optional<Long> to(TopicPartition partition) {
        return Optional.ofNullable(begin.remove(partition)).map(atTheBeginning -> now(partition, atTheBeginning));
    }

    private long now(TopicPartition partition, long atTheBeginning) {
        try {
            return marks.read(consumer, topic).getOrDefault(partition, atTheBeginning);
        } catch (MongoException e) {
            return atTheBeginning; // the store is away: rather much is read twice than something not at all
        }
    }
}
