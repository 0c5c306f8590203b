package cn.qianfa.gateway.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("article-3")
class UnitsTest {
    @Test
    void coverThemselvesAndWhatStandsBelow() {
        var units = new InMemoryUnits(Map.of("town", "district", "village", "town"));

        assertThat(units.covers("district", "village")).isTrue();
        assertThat(units.covers("town", "town")).isTrue();
        assertThat(units.covers("town", "district")).isFalse();
        assertThat(units.covers("village", "elsewhere")).isFalse();
    }

    @Test
    void endEvenWhereTheTreeIsBroken() {
        var units = new InMemoryUnits(Map.of("a", "b", "b", "a"));

        assertThat(units.covers("district", "a")).isFalse();
    }
}
