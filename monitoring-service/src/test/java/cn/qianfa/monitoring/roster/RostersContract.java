package cn.qianfa.monitoring.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What every store of rosters promises. */
@Tag("article-15")
public abstract class RostersContract {
    protected abstract Rosters rosters();

    @Test
    void hasNoneAtFirst() {
        assertThat(rosters().of("health")).isEmpty();
    }

    @Test
    void keepsTheOrder() {
        var rosters = rosters();

        rosters.write("health", List.of("b", "a"), 0);
        var second = rosters.write("health", List.of("c", "b", "a"), 1);

        assertThat(second).contains(new Roster("health", List.of("c", "b", "a"), 2));
        assertThat(rosters.of("health")).isEqualTo(second);
    }

    @Test
    void refusesAWriteOnAnOldVersion() {
        var rosters = rosters();
        rosters.write("health", List.of("a"), 0);

        assertThat(rosters.write("health", List.of("b"), 0)).isEmpty();
        assertThat(rosters.write("health", List.of("b"), 2)).isEmpty();
        assertThat(rosters.of("health").orElseThrow().staff()).containsExactly("a");
    }
}
