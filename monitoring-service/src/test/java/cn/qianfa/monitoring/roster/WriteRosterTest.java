package cn.qianfa.monitoring.roster;

import static cn.qianfa.monitoring.registry.RegistryFixture.DRAFTER_HEALTH;
import static cn.qianfa.monitoring.registry.RegistryFixture.DUTY_DISTRICT;
import static cn.qianfa.monitoring.registry.RegistryFixture.DUTY_HEALTH;
import static cn.qianfa.monitoring.registry.RegistryFixture.DUTY_WATER;
import static cn.qianfa.monitoring.registry.RegistryFixture.INSPECTOR_HEALTH;
import static cn.qianfa.monitoring.registry.RegistryFixture.district;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qianfa.contracts.identity.Actor;
import cn.qianfa.monitoring.registry.InMemoryRegistry;
import cn.qianfa.monitoring.roster.WriteRoster.Found;
import cn.qianfa.monitoring.roster.WriteRoster.NotOnDuty;
import cn.qianfa.monitoring.roster.WriteRoster.NotPermitted;
import cn.qianfa.monitoring.roster.WriteRoster.Stale;
import cn.qianfa.monitoring.roster.WriteRoster.Unknown;
import cn.qianfa.monitoring.roster.WriteRoster.VersionRequired;
import cn.qianfa.monitoring.roster.WriteRoster.WrongLength;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("article-15")
class WriteRosterTest {
    private final InMemoryRegistry registry = district(new InMemoryRegistry());
    private final InMemoryRosters rosters = new InMemoryRosters();
    private final WriteRoster roster = new WriteRoster(rosters, new OnCall(registry, rosters), registry);

    private WriteRoster.Outcome write(String unit, List<String> staff, long version, Actor by) {
        return roster.write(unit, () -> staff, OptionalLong.of(version), by);
    }

    @Test
    void asksWhichRosterItReplaces() {
        assertThat(roster.write("health", () -> List.of("duty1.health"), OptionalLong.empty(), DUTY_HEALTH))
                .isEqualTo(new VersionRequired());
    }

    @Test
    void showsWhoIsOnCallBeforeAnybodyWroteOne() {
        var byRegistry = new Found(new Roster("health", List.of("duty1.health", "duty2.health"), 0));

        assertThat(roster.read("health", DUTY_HEALTH)).isEqualTo(byRegistry);
        assertThat(roster.read("health", INSPECTOR_HEALTH)).isEqualTo(byRegistry);
    }

    @Test
    void letsTheUnitsDutyOfficerWrite() {
        assertThat(write("health", List.of("duty2.health", "duty.district"), 0, DUTY_HEALTH))
                .isEqualTo(new Found(new Roster("health", List.of("duty2.health", "duty.district"), 1)));
    }

    @Test
    void letsTheDistrictWriteForAUnit() {
        assertThat(write("clinic", List.of("duty.district"), 0, DUTY_DISTRICT)).isInstanceOf(Found.class);
    }

    @Test
    void refusesEverybodyElse() {
        assertThat(write("health", List.of("duty1.health"), 0, DUTY_WATER)).isEqualTo(new Unknown("health"));
        assertThat(write("health", List.of("duty1.health"), 0, INSPECTOR_HEALTH))
                .isEqualTo(new NotPermitted());
        assertThat(roster.read("health", DRAFTER_HEALTH)).isEqualTo(new NotPermitted());
        assertThat(roster.read("health", DUTY_WATER)).isEqualTo(new Unknown("health"));
    }

    @Test
    void refusesWhoeverIsNotOnDutyThere() {
        assertThat(write("health", List.of("duty1.health", "drafter.health", "duty.water", "nobody"), 0, DUTY_HEALTH))
                .isEqualTo(new NotOnDuty(List.of("drafter.health", "duty.water", "nobody")));
    }

    @Test
    void namesOneToTwentyDifferentPeople() {
        assertThat(write("health", List.of(), 0, DUTY_HEALTH)).isEqualTo(new WrongLength(0));
        assertThat(write("health", List.of("duty1.health", "duty1.health"), 0, DUTY_HEALTH))
                .isEqualTo(new WrongLength(2));
        assertThat(write("health", Collections.nCopies(21, "duty1.health"), 0, DUTY_HEALTH))
                .isEqualTo(new WrongLength(21));
    }

    @Test
    void refusesAWriteOnAnOldVersion() {
        write("health", List.of("duty1.health"), 0, DUTY_HEALTH);

        assertThat(write("health", List.of("duty2.health"), 0, DUTY_HEALTH)).isEqualTo(new Stale());
    }
}
