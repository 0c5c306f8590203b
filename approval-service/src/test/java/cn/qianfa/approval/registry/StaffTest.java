package cn.qianfa.approval.registry;

import static cn.qianfa.approval.People.ADMIN;
import static cn.qianfa.approval.People.DRAFTER;
import static cn.qianfa.approval.People.LEADER;
import static cn.qianfa.approval.People.STRANGER;
import static cn.qianfa.approval.registry.RegistryFixture.CLOCK;
import static cn.qianfa.approval.registry.RegistryFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qianfa.approval.Asking;
import cn.qianfa.approval.decision.Outcome;
import cn.qianfa.approval.decision.Outcome.Done;
import cn.qianfa.approval.decision.Outcome.Unknown;
import cn.qianfa.approval.decision.Refusal;
import cn.qianfa.contracts.event.StaffAppointed;
import cn.qianfa.contracts.event.StaffLeft;
import cn.qianfa.contracts.identity.Actor;
import cn.qianfa.contracts.identity.Role;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("article-6")
class StaffTest {
    private final RegistryFixture district = new RegistryFixture();
    private final AppointStaff appointStaff =
            new AppointStaff(district.appointments, district.units, district.jurisdiction, CLOCK);
    private final EndAppointment endAppointment =
            new EndAppointment(district.appointments, district.jurisdiction, CLOCK);

    @Test
    void theAdministratorAppointsAndItIsAnnounced() {
        assertThat(appoint(ADMIN, "town", Role.DRAFTER)).isEqualTo(new Done("drafter", 1, "APPOINTED"));
        assertThat(district.appointments.news())
                .containsExactly(new StaffAppointed("drafter", "town", "起草人", List.of("DRAFTER"), NOW, NOW));
    }

    @Test
    void nobodyElseAppoints() {
        assertThat(appoint(LEADER, "town", Role.DRAFTER)).isEqualTo(Outcome.refused(Refusal.NOT_PERMITTED));
        assertThat(appoint(STRANGER, "town", Role.DRAFTER)).isInstanceOf(Unknown.class);
        assertThat(appoint(ADMIN, "nowhere", Role.DRAFTER)).isInstanceOf(Unknown.class);
    }

    @Test
    void appointingAgainGivesOtherRoles() {
        appoint(ADMIN, "town", Role.DRAFTER);

        assertThat(appoint(ADMIN, "town", Role.PUBLISHER)).isEqualTo(new Done("drafter", 2, "APPOINTED"));
        assertThat(((StaffAppointed) district.appointments.news().getLast()).roles())
                .containsExactly("PUBLISHER");
    }

    @Test
    void anAddressStaysOnFileUntilItIsTakenOffOrThePersonLeaves() {
        assertThat(emailAfter(form("duty@health.example"))).isEqualTo("duty@health.example");
        assertThat(emailAfter(form(null))).isEqualTo("duty@health.example");
        assertThat(emailAfter(form(""))).isNull();

        emailAfter(form("duty@health.example"));
        end(ADMIN, "drafter");
        assertThat(emailAfter(form(null))).isNull();
    }

    private static AppointStaff.Form form(@Nullable String email) {
        return new AppointStaff.Form("drafter", "起草人", Set.of(Role.DUTY_OFFICER), email);
    }

    /** What is announced of it. */
    private @Nullable String emailAfter(AppointStaff.Form form) {
        appointStaff.appoint("town", Asking.by(ADMIN, form));
        return ((StaffAppointed) district.appointments.news().getLast()).email();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "@b.example",
                "a@",
                "a@b",
                "a@b..example",
                "a b@c.example",
                "a@b.example\r\nBcc: c@d.example",
                "a@b.example\n",
                "<a@b.example>",
                "a@b.example,c@d.example",
                "\"a b\"@c.example",
                "值班@b.example",
                "a@-b.example",
                ".a@b.example",
                "a.@b.example",
                "a@127.0.0.1",
                "a@[127.0.0.1]",
                "a@b.example\u0000"
            })
    void whatIsNoAddressIsNotOne(String text) {
        assertThat(EmailAddress.isOne(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@b.example", "first.last+duty@sub-1.health.example", "A_1%x@B.EXAMPLE"})
    void anAddressIsOne(String text) {
        assertThat(EmailAddress.isOne(text)).isTrue();
        assertThat(EmailAddress.isOne("a".repeat(250) + text)).isFalse();
    }

    @Test
    void theirAddressIsKnownToThemselvesAndToWhoAppointsThem() {
        district.appointing(ADMIN, DRAFTER);
        var drafter = district.appointments.find(DRAFTER.id()).orElseThrow().value();

        assertThat(district.read.knowsAddressOf(drafter, ADMIN)).isTrue();
        assertThat(district.read.knowsAddressOf(drafter, DRAFTER)).isTrue();
        assertThat(district.read.knowsAddressOf(drafter, LEADER)).isFalse();
        assertThat(district.read.knowsAddressOf(drafter, STRANGER)).isFalse();
    }

    @Test
    void aPersonBelongsToOneUnit() {
        appoint(ADMIN, "town", Role.DRAFTER);

        assertThat(appoint(ADMIN, "elsewhere", Role.DRAFTER)).isEqualTo(Outcome.refused(Refusal.ALREADY_THERE));
    }

    @Test
    void aLeaverIsAnnouncedOnceAndMayBeAppointedElsewhere() {
        appoint(ADMIN, "town", Role.DRAFTER);

        assertThat(end(ADMIN, "drafter")).isEqualTo(new Done("drafter", 2, "LEFT"));
        assertThat(end(ADMIN, "drafter")).isEqualTo(new Done("drafter", 2, "LEFT"));
        assertThat(appoint(ADMIN, "elsewhere", Role.DRAFTER)).isEqualTo(new Done("drafter", 3, "APPOINTED"));
        assertThat(district.appointments.news()).hasSize(3).contains(new StaffLeft("drafter", "town", NOW));
    }

    @Test
    void nobodyEndsTheirOwnAppointmentOrOneTheyDoNotAdminister() {
        district.appointing(ADMIN, DRAFTER);

        assertThat(end(ADMIN, "admin")).isEqualTo(Outcome.refused(Refusal.NOT_PERMITTED));
        assertThat(end(LEADER, "drafter")).isEqualTo(Outcome.refused(Refusal.NOT_PERMITTED));
        assertThat(end(STRANGER, "drafter")).isInstanceOf(Unknown.class);
    }

    @Test
    void theFirstStartRegistersTheOfficeAndItsAdministratorOnce() {
        var empty = new InMemoryRegister.Units();
        var first = new FirstRegistration(empty, district.appointments, CLOCK);

        first.register("区政府办公室", "系统管理员");
        first.register("改名", "改名");

        assertThat(empty.all()).containsExactly(new Unit("district", "区政府办公室", null, NOW));
        assertThat(district.appointments.news())
                .containsExactly(new StaffAppointed("admin", "district", "系统管理员", List.of("ADMIN"), NOW, NOW));
    }

    private Outcome appoint(Actor by, String unit, Role role) {
        return appointStaff.appoint(unit, Asking.by(by, new AppointStaff.Form("drafter", "起草人", Set.of(role))));
    }

    private Outcome end(Actor by, String staff) {
        return endAppointment.end(staff, Asking.by(by));
    }
}
