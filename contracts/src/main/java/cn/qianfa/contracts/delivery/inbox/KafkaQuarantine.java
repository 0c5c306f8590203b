package cn.qianfa.contracts.delivery.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;

/** Keeps unreadable records in a topic of the service, as they came, with where they came from and why. */
public final class KafkaQuarantine implements Quarantine {
    private final Producer<byte[], byte[]> producer;
    private final String topic;

    public KafkaQuarantine(Producer<byte[], byte[]> producer, String topic) {
        this.producer = producer;
        this.topic = topic;
    }

    @Override
    public void keep(String consumer, ConsumerRecord<byte[], byte[]> record, String why) {
        var kept = new ProducerRecord<>(topic, record.key(), record.value());
        record.headers().forEach(kept.headers()::add);
        var from = "%s-%d@%d".formatted(record.topic(), record.partition(), record.offset());
        kept.headers().add("quarantined-from", from.getBytes(UTF_8));
        kept.headers().add("quarantined-by", consumer.getBytes(UTF_8));
        kept.headers().add("quarantined-why", why.getBytes(UTF_8));
        try {
            producer.send(kept).get();
        } catch (ExecutionException e) {
            throw new KafkaException("not in quarantine: " + from, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptException(e);
        }
    }
}
