package cn.qianfa.approval.registry;

import static cn.qianfa.approval.People.ADMIN;
import static cn.qianfa.approval.People.DRAFTER;
import static cn.qianfa.approval.People.INSPECTOR;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qianfa.approval.People;
import cn.qianfa.contracts.identity.Actor;
import cn.qianfa.contracts.identity.Role;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("article-3")
class ReadRegistryTest {
    private final RegistryFixture district =
            new RegistryFixture().appointing(DRAFTER, INSPECTOR).filing();

    @Test
    void everybodySeesTheirOwnUnitAndNoOther() {
        assertThat(units(DRAFTER)).containsExactly("town");
        assertThat(district.read.unit("elsewhere", DRAFTER)).isEmpty();
        assertThat(district.read.staff("elsewhere", DRAFTER, null, 10)).isEmpty();
    }

    @Test
    void anInspectorSeesWhatIsBelowTheirUnit() {
        var ofTown = People.of("inspector.town", "town", Role.INSPECTOR);

        assertThat(units(ofTown)).containsExactly("town", "village");
        assertThat(district.read.unit("district", ofTown)).isEmpty();
    }

    @Test
    void theDistrictSeesEveryUnit() {
        assertThat(units(INSPECTOR)).containsExactly("district", "elsewhere", "town", "village");
        assertThat(units(ADMIN)).containsExactly("district", "elsewhere", "town", "village");
    }

    @Test
    void anAccountIsThereForWhoSeesItsUnit() {
        var stranger = People.of("drafter.elsewhere", "elsewhere", Role.DRAFTER);

        assertThat(district.read.account("site.town", DRAFTER)).isPresent();
        assertThat(district.read.account("site.town", stranger)).isEmpty();
        assertThat(district.read.accounts("town", ADMIN, null, 10).orElseThrow())
                .extracting(found -> found.value().id())
                .containsExactly("site.town");
        assertThat(district.read.staff("town", ADMIN, null, 10).orElseThrow())
                .extracting(found -> found.value().id())
                .containsExactly("drafter");
    }

    private List<String> units(Actor by) {
        return district.read.units(by, null, 10).stream()
                .map(found -> found.value().id())
                .toList();
    }
}
