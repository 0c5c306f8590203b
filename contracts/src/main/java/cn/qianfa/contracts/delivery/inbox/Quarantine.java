package cn.qianfa.contracts.delivery.inbox;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Where records go whose key cannot be read, so that no aggregate can wait for them; each is an alarm. */
public interface Quarantine {
    /** Returns once the broker has it. */
    void keep(String consumer, ConsumerRecord<byte[], byte[]> record, String why);
}
