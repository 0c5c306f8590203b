package cn.qianfa.monitoring.roster;

import static cn.qianfa.monitoring.registry.RegistryFixture.district;
import static cn.qianfa.monitoring.registry.RegistryFixture.staff;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qianfa.monitoring.registry.InMemoryRegistry;
import cn.qianfa.monitoring.registry.StaffMember;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("article-15")
class OnCallTest {
    private final InMemoryRegistry registry = district(new InMemoryRegistry());
    private final InMemoryRosters rosters = new InMemoryRosters();
    private final OnCall onCall = new OnCall(registry, rosters);

    @Test
    void isTheUnitsDutyOfficersThenTheDistricts() {
        assertThat(onCall.ladderOf("health").staff()).containsExactly("duty1.health", "duty2.health", "duty.district");
    }

    @Test
    void isTheDistrictWhereTheUnitHasNobody() {
        assertThat(onCall.ladderOf("clinic").staff()).containsExactly("duty.district");
        assertThat(onCall.ladderOf("not-told-of-yet").staff()).containsExactly("duty.district");
        assertThat(onCall.ladderOf("district").staff()).containsExactly("duty.district");
    }

    @Test
    void followsTheRosterTheUnitWrote() {
        rosters.write("health", List.of("duty2.health", "duty1.health"), 0);

        assertThat(onCall.ladderOf("health").staff()).containsExactly("duty2.health", "duty1.health", "duty.district");
    }

    @Test
    void passesOverWhoeverLeft() {
        rosters.write("health", List.of("duty2.health", "duty1.health"), 0);

        registry.mirror(new StaffMember("duty2.health", "health", Set.of()), staff("duty2.health", 2));

        assertThat(onCall.ladderOf("health").staff()).containsExactly("duty1.health", "duty.district");
    }

    @Test
    void beginsAgainBehindTheLast() {
        var ladder = onCall.ladderOf("health");

        assertThat(ladder.at(1)).contains("duty1.health");
        assertThat(ladder.at(3)).contains("duty.district");
        assertThat(ladder.at(4)).contains("duty1.health");
        assertThat(ladder.hasMoreAfter(2)).isTrue();
        assertThat(ladder.hasMoreAfter(3)).isFalse();
        assertThat(new Ladder(List.of()).at(1)).isEmpty();
    }
}
