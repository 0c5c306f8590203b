package cn.qianfa.contracts.crash;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerInterceptor;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Watches the Kafka clients: what is about to be sent, what was acknowledged, what was polled, what was committed. */
public final class CrashingRecords implements ProducerInterceptor<byte[], byte[]>, ConsumerInterceptor<byte[], byte[]> {
    @Override
    public ProducerRecord<byte[], byte[]> onSend(ProducerRecord<byte[], byte[]> record) {
        CrashPoint.BEFORE_SEND.reached(record.topic());
        return record;
    }

    @Override
    public void onAcknowledgement(@Nullable RecordMetadata sent, @Nullable Exception failed) {
        if (failed == null && sent != null) {
            CrashPoint.AFTER_ACKNOWLEDGEMENT.reached(sent.topic());
        }
    }

    @Override
    public ConsumerRecords<byte[], byte[]> onConsume(ConsumerRecords<byte[], byte[]> polled) {
        polled.partitions().forEach(polledFrom -> CrashPoint.BEFORE_REACTION.reached(polledFrom.topic()));
        return polled;
    }

    @Override
    public void onCommit(Map<TopicPartition, OffsetAndMetadata> committed) {
        committed.keySet().forEach(done -> CrashPoint.AFTER_COMMIT.reached(done.topic()));
    }

    @Override
    public void close() {}

    @Override
    public void configure(Map<String, ?> settings) {}
}
