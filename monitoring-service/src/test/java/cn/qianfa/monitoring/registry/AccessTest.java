package cn.qianfa.monitoring.registry;

import static cn.qianfa.monitoring.registry.RegistryFixture.DRAFTER_HEALTH;
import static cn.qianfa.monitoring.registry.RegistryFixture.DUTY_DISTRICT;
import static cn.qianfa.monitoring.registry.RegistryFixture.DUTY_HEALTH;
import static cn.qianfa.monitoring.registry.RegistryFixture.DUTY_WATER;
import static cn.qianfa.monitoring.registry.RegistryFixture.INSPECTOR_DISTRICT;
import static cn.qianfa.monitoring.registry.RegistryFixture.INSPECTOR_HEALTH;
import static cn.qianfa.monitoring.registry.RegistryFixture.district;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("article-5")
class AccessTest {
    private final UnitTree units = district(new InMemoryRegistry()).units();

    @Test
    void letsADutyOfficerActForTheirUnitOnly() {
        assertThat(Access.of(DUTY_HEALTH, "health", units)).isEqualTo(Access.ACT);
        assertThat(Access.of(DUTY_HEALTH, "clinic", units)).isEqualTo(Access.HIDDEN);
        assertThat(Access.of(DUTY_WATER, "health", units)).isEqualTo(Access.HIDDEN);
        assertThat(Sight.of(DUTY_HEALTH, units)).isEqualTo(new Sight.Of(Set.of("health")));
    }

    @Test
    void letsTheDistrictsDutyOfficerActForEveryUnit() {
        assertThat(Access.of(DUTY_DISTRICT, "clinic", units)).isEqualTo(Access.ACT);
        assertThat(Access.of(DUTY_DISTRICT, "not-told-of-yet", units)).isEqualTo(Access.ACT);
        assertThat(Sight.of(DUTY_DISTRICT, units)).isEqualTo(new Sight.Everything());
    }

    @Test
    void letsAnInspectorLookAtTheUnitsBelow() {
        assertThat(Access.of(INSPECTOR_HEALTH, "clinic", units)).isEqualTo(Access.READ);
        assertThat(Access.of(INSPECTOR_HEALTH, "water", units)).isEqualTo(Access.HIDDEN);
        assertThat(Sight.of(INSPECTOR_HEALTH, units)).isEqualTo(new Sight.Of(Set.of("health", "clinic")));
        assertThat(Access.of(INSPECTOR_DISTRICT, "water", units)).isEqualTo(Access.READ);
        assertThat(Sight.of(INSPECTOR_DISTRICT, units)).isEqualTo(new Sight.Everything());
    }

    @Test
    void isNotTheDutyOfWhoeverDrafts() {
        assertThat(Access.of(DRAFTER_HEALTH, "health", units)).isEqualTo(Access.FORBIDDEN);
        assertThat(Access.of(DRAFTER_HEALTH, "water", units)).isEqualTo(Access.HIDDEN);
        assertThat(Sight.of(DRAFTER_HEALTH, units)).isEqualTo(new Sight.Nothing());
    }
}
