package cn.qianfa.contracts.delivery.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class InHandTest {
    private static final List<ConsumerRecord<byte[], byte[]>> BATCH =
            List.of(record(0, 7), record(1, 3), record(0, 8), record(1, 4));

    private final InHand inHand = new InHand();

    @Test
    void isTheWholeBatchUntilItIsDone() {
        inHand.left(BATCH, 0);
        assertThat(inHand.count()).isEqualTo(4);

        inHand.left(BATCH, BATCH.size());
        assertThat(inHand.count()).isZero();
    }

    @Test
    void isWhatComesAgainAfterAnUndoneRecordAndCountsItOnce() {
        inHand.left(BATCH, 0);
        inHand.left(BATCH, 1);
        assertThat(inHand.count()).isEqualTo(3);

        inHand.left(BATCH.subList(1, 4), 0);
        assertThat(inHand.count()).isEqualTo(3);
    }

    @Test
    void leavesOutWhatAnotherInstanceReads() {
        inHand.left(BATCH, 1);

        inHand.lost(List.of(new TopicPartition("topic", 1)));

        assertThat(inHand.count()).isEqualTo(1);
    }

    private static ConsumerRecord<byte[], byte[]> record(int partition, long offset) {
        return new ConsumerRecord<>("topic", partition, offset, new byte[] {1}, new byte[] {1});
    }
}
