package cn.qianfa.contracts.delivery.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qianfa.contracts.stack.OnEveryStore;
import cn.qianfa.contracts.stack.StoreUnderTest;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class RewindTest implements OnEveryStore {
    private static final TopicPartition OURS = new TopicPartition("approval.drafts", 0);
    private static final TopicPartition ANOTHERS = new TopicPartition("approval.drafts", 1);

    private final Marks marks;

    RewindTest(StoreUnderTest store) {
        marks = new Marks(store.database().getCollection("marks"));
    }

    private Rewind rewind() {
        return new Rewind(marks, "monitoring.posts", "approval.drafts");
    }

    @Test
    void readsNothingTwiceThatAnotherInstanceDidMeanwhile() {
        marks.write("monitoring.posts", Map.of(OURS, 5L, ANOTHERS, 7L));
        var rewind = rewind();
        rewind.begin();
        marks.write("monitoring.posts", Map.of(OURS, 5L, ANOTHERS, 9_000L));

        assertThat(rewind.to(ANOTHERS)).contains(9_000L);
        assertThat(rewind.to(OURS)).contains(5L);
    }

    @Test
    void goesBackOnceInALife() {
        marks.write("monitoring.posts", Map.of(OURS, 5L));
        var rewind = rewind();
        rewind.begin();

        assertThat(rewind.to(OURS)).contains(5L);
        assertThat(rewind.to(OURS)).isEmpty();
        assertThat(rewind.to(ANOTHERS)).isEmpty();
    }
}
