package cn.qianfa.contracts.stack;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qianfa.contracts.delivery.Envelope;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.LongStream;

/** What delivery promises of the events of one aggregate. */
public final class WireAssert {
    private WireAssert() {}

    /** Nothing lost, no hole, no reorder; what came twice is the same event. */
    public static void carryEveryNumberOnceInOrder(List<Envelope> events, long last) {
        var first = new LinkedHashMap<Long, Envelope>();
        for (var event : events) {
            var before = first.putIfAbsent(event.seq(), event);
            if (before != null) {
                assertThat(event.id()).isEqualTo(before.id());
                assertThat(event.data()).isEqualTo(before.data());
            }
        }
        assertThat(first.keySet())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, last).boxed().toList());
    }
}
