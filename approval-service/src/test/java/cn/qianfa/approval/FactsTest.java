package cn.qianfa.approval;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qianfa.contracts.event.By;
import cn.qianfa.contracts.event.DraftRecalled;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FactsTest {
    private static final By DRAFTER = new By("drafter.health", "health", List.of("DRAFTER"));

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Facts facts = new Facts(meters);

    @Test
    void areCountedByUnit() {
        facts.stored(recalledIn("health"), recalledIn("health"), recalledIn("water"));

        assertThat(count(ApprovalMeter.RECALLED, "health")).isEqualTo(2);
        assertThat(count(ApprovalMeter.RECALLED, "water")).isEqualTo(1);
    }

    @Test
    void beginEveryCounterOfAUnitSoThatItsFirstFailureIsSeenToRise() {
        facts.stored(recalledIn("health"));

        for (var meter : ApprovalMeter.values()) {
            assertThat(count(meter, "health")).isEqualTo(meter == ApprovalMeter.RECALLED ? 1 : 0);
        }
    }

    private static DraftRecalled recalledIn(String unit) {
        return new DraftRecalled("draft-1", unit, DRAFTER, 1, Instant.EPOCH);
    }

    private double count(ApprovalMeter meter, String unit) {
        return meters.get(meter.meter()).tag("unit", unit).counter().count();
    }
}
