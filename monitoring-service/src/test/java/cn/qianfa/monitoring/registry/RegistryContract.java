package cn.qianfa.monitoring.registry;

import static cn.qianfa.monitoring.registry.RegistryFixture.district;
import static cn.qianfa.monitoring.registry.RegistryFixture.staff;
import static cn.qianfa.monitoring.registry.RegistryFixture.unit;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qianfa.contracts.delivery.Position;
import cn.qianfa.contracts.delivery.Reacted;
import cn.qianfa.contracts.event.StaffAppointed;
import cn.qianfa.contracts.event.StaffLeft;
import cn.qianfa.contracts.identity.Role;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What every mirror of the registry promises. */
@Tag("article-5")
public abstract class RegistryContract {
    protected abstract Registry registry();

    @Test
    void knowsTheTree() {
        var units = district(registry()).units();

        assertThat(units.district())
                .hasValueSatisfying(top -> assertThat(top.id()).isEqualTo("district"));
        assertThat(units.within("health")).containsExactlyInAnyOrder("health", "clinic");
        assertThat(units.isWithin("clinic", "district")).isTrue();
        assertThat(units.isWithin("district", "health")).isFalse();
    }

    @Test
    void knowsWhoIsOnDuty() {
        var registry = district(registry());

        assertThat(registry.dutyOfficers("health"))
                .extracting(StaffMember::id)
                .containsExactly("duty1.health", "duty2.health");
        assertThat(registry.dutyOfficers("clinic")).isEmpty();
    }

    @Test
    void forgetsTheDutiesOfWhoeverLeft() {
        var registry = district(registry());
        var mirror = new WhenRegisteredMirror(registry);

        var reacted = mirror.react(new StaffLeft("duty1.health", "health", Instant.EPOCH), staff("duty1.health", 2));

        assertThat(reacted).isEqualTo(Reacted.APPLIED);
        assertThat(registry.dutyOfficers("health")).extracting(StaffMember::id).containsExactly("duty2.health");
    }

    @Test
    void knowsWhereAnOfficerIsReachedUntilTheyLeave() {
        var registry = registry();
        var mirror = new WhenRegisteredMirror(registry);
        var roles = List.of("DUTY_OFFICER");
        var appointed =
                new StaffAppointed("a", "health", "值班员", roles, Instant.EPOCH, Instant.EPOCH, "duty@health.example");

        mirror.react(appointed, staff("a", 1));
        assertThat(registry.member("a").flatMap(StaffMember::address)).contains("duty@health.example");
        mirror.react(new StaffLeft("a", "health", Instant.EPOCH), staff("a", 2));

        assertThat(registry.member("a").flatMap(StaffMember::address)).isEmpty();
    }

    @Test
    void passesOverARoleItHasNeverHeardOf() {
        var registry = registry();
        var appointed = new StaffAppointed(
                "a", "health", "某", List.of("DUTY_OFFICER", "ARCHIVIST"), Instant.EPOCH, Instant.EPOCH);

        new WhenRegisteredMirror(registry).react(appointed, staff("a", 1));

        assertThat(registry.member("a").orElseThrow().roles()).containsExactly(Role.DUTY_OFFICER);
    }

    @Test
    void letsANewerStateReplaceAnOlderOneOnly() {
        var registry = district(registry());

        assertThat(registry.mirror(new Unit("health", "区卫健委", "district"), unit("health", 3)))
                .isEqualTo(Reacted.APPLIED);
        assertThat(registry.mirror(new Unit("health", "旧名", "district"), unit("health", 2)))
                .isEqualTo(Reacted.DUPLICATE);
        assertThat(registry.mirror(new Unit("health", "区卫健委", "district"), unit("health", 3)))
                .isEqualTo(Reacted.DUPLICATE);
        var other = new Position(unit("health", 3).source(), "unit:health", 3, "another");
        assertThat(registry.mirror(new Unit("health", "别名", "district"), other)).isInstanceOf(Reacted.Forked.class);
        assertThat(registry.member("nobody")).isEmpty();
    }
}
