package cn.qianfa.approval.registry;

import static cn.qianfa.approval.People.ADMIN;
import static cn.qianfa.approval.People.INSPECTOR;
import static cn.qianfa.approval.registry.RegistryFixture.CLOCK;
import static cn.qianfa.approval.registry.RegistryFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qianfa.approval.Asking;
import cn.qianfa.approval.People;
import cn.qianfa.approval.decision.Outcome;
import cn.qianfa.approval.decision.Outcome.Done;
import cn.qianfa.approval.decision.Outcome.KeyReused;
import cn.qianfa.approval.decision.Refusal;
import cn.qianfa.contracts.event.UnitRegistered;
import cn.qianfa.contracts.identity.Role;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("article-3")
class RegisterUnitTest {
    private static final RegisterUnit.Form HEALTH = new RegisterUnit.Form("health", "卫健局", "district");

    private final RegistryFixture district = new RegistryFixture();
    private final RegisterUnit registerUnit = new RegisterUnit(district.units, district.jurisdiction, CLOCK);

    @Test
    void theAdministratorPlacesAUnitAndItIsAnnounced() {
        var outcome = registerUnit.register(Asking.by(ADMIN, HEALTH));

        assertThat(outcome).isEqualTo(new Done("health", 1, ""));
        assertThat(district.tree.isUnder("health", "district")).isTrue();
        assertThat(district.units.news()).containsExactly(new UnitRegistered("health", "卫健局", "district", NOW));
    }

    @Test
    void nobodyElseDoes() {
        assertThat(registerUnit.register(Asking.by(INSPECTOR, HEALTH)))
                .isEqualTo(Outcome.refused(Refusal.NOT_PERMITTED));
    }

    @Test
    void anAdministratorOfATownPlacesUnitsBelowItAndNowhereElse() {
        var ofTown = People.of("admin.town", "town", Role.ADMIN);

        var below = registerUnit.register(Asking.by(ofTown, new RegisterUnit.Form("hamlet", "村", "village")));
        var beside = registerUnit.register(Asking.by(ofTown, HEALTH));

        assertThat(below).isInstanceOf(Done.class);
        assertThat(beside).isEqualTo(Outcome.refused(Refusal.NO_SUCH_PARENT));
    }

    @Test
    void aUnitUnderNoneIsRefused() {
        var outcome = registerUnit.register(Asking.by(ADMIN, new RegisterUnit.Form("x", "名", "nowhere")));

        assertThat(outcome).isEqualTo(Outcome.refused(Refusal.NO_SUCH_PARENT));
    }

    @Test
    void theSameUnitTwiceIsRefusedButTheSameCommandTwiceIsAnswered() {
        var first = registerUnit.register(Asking.by(ADMIN, "key", "hash", HEALTH));

        assertThat(registerUnit.register(Asking.by(ADMIN, "key", "hash", HEALTH)))
                .isEqualTo(first);
        assertThat(registerUnit.register(Asking.by(ADMIN, "key", "other", HEALTH)))
                .isInstanceOf(KeyReused.class);
        assertThat(registerUnit.register(Asking.by(ADMIN, HEALTH))).isEqualTo(Outcome.refused(Refusal.ALREADY_THERE));
    }
}
