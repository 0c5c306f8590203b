package cn.qianfa.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BudgetsTest {
    private static final int MANY = 100_000;
    private static final int KEPT = 5_000;
    private static final long MEGABYTES_20 = 20L * 1024 * 1024;

    private final AtomicLong now = new AtomicLong();
    private final List<Lane> refused = new ArrayList<>();
    private final Budgets budgets = new Budgets(
            Arrays.stream(Lane.values())
                    .collect(Collectors.toMap(Function.identity(), _ -> new Quota(60, Duration.ofMinutes(1)))),
            KEPT,
            refused::add,
            new TimeMeter() {
                @Override
                public long currentTimeNanos() {
                    return now.get();
                }

                @Override
                public boolean isWallClockBased() {
                    return false;
                }
            });

    @Test
    void letsExactlyTheBudgetPassAndTellsOfEachRefusal() {
        var taken = IntStream.range(0, 100)
                .mapToObj(_ -> budgets.take(Lane.PERSON, "drafter"))
                .toList();

        assertThat(taken).filteredOn(Budgets.Taken::passes).hasSize(60);
        assertThat(refused).hasSize(40).containsOnly(Lane.PERSON);
        assertThat(taken.getFirst().left()).isEqualTo(59);
        assertThat(taken.getLast().left()).isZero();
        assertThat(taken.getLast().next()).isEqualTo(Duration.ofSeconds(1));
        assertThat(taken.getLast().full()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void givesBackEvenly() {
        useUp(Lane.PERSON, "drafter");

        now.addAndGet(Duration.ofSeconds(10).toNanos());

        assertThat(budgets.take(Lane.PERSON, "drafter").left()).isEqualTo(9);
    }

    @Test
    void takesNothingFromAnotherLaneOrFromAnybodyElse() {
        for (var lane : Lane.values()) {
            useUp(lane, "drafter");
            assertThat(budgets.take(lane, "director").left()).isEqualTo(59);
        }
    }

    private void useUp(Lane lane, String caller) {
        for (var i = 0; i < 60; i++) {
            assertThat(budgets.take(lane, caller).passes()).as(lane.policy()).isTrue();
        }
        assertThat(budgets.take(lane, caller).passes()).isFalse();
    }

    @Test
    void keepsSoManyAndNoMoreHoweverManyAddressesThereAre() {
        var before = used();
        for (var i = 0; i < MANY; i++) {
            budgets.take(Lane.ADDRESS, "10.%d.%d.%d".formatted(i >> 16, i >> 8 & 255, i & 255));
        }

        assertThat(budgets.size()).isLessThanOrEqualTo(KEPT);
        assertThat(used() - before).isLessThan(MEGABYTES_20);
    }

    @Test
    void remembersWhoeverFloodsWhileAHundredThousandPassBy() {
        var passed = 0;
        for (var i = 0; i < MANY; i++) {
            budgets.take(Lane.ADDRESS, "10.%d.%d.%d".formatted(i >> 16, i >> 8 & 255, i & 255));
            passed += i % 10 == 0 && budgets.take(Lane.ADDRESS, "the flood").passes() ? 1 : 0;
        }

        assertThat(passed).isEqualTo(60);
    }

    @Test
    void forgetsWhatIsFullAgain() {
        useUp(Lane.PERSON, "drafter");

        now.addAndGet(Duration.ofMinutes(2).toNanos());

        assertThat(budgets.size()).isZero();
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
