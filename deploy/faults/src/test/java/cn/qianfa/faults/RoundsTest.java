package cn.qianfa.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RoundsTest {
    private static List<Rounds.Round> drawn(long seed) {
        var random = new Random(seed);
        return IntStream.rangeClosed(1, 200)
                .mapToObj(number -> Rounds.Round.draw(number, random))
                .toList();
    }

    @Test
    void areTheSameForTheSameSeed() {
        assertThat(drawn(7)).isEqualTo(drawn(7)).isNotEqualTo(drawn(8));
    }

    @Test
    void killEachPartAndSometimesTwo() {
        var killed = EnumSet.noneOf(Part.class);
        drawn(7).forEach(round -> killed.addAll(round.killed()));

        assertThat(killed).containsExactly(Part.values());
        assertThat(drawn(7)).anyMatch(round -> round.killed().size() == 2);
    }

    @Test
    void setTheClockForwardAndBack() {
        assertThat(drawn(7).stream().flatMap(round -> round.jump().stream()).distinct())
                .hasSize(2);
    }
}
