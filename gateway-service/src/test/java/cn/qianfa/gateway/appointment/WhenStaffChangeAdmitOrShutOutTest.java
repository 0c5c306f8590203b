package cn.qianfa.gateway.appointment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.qianfa.contracts.delivery.Position;
import cn.qianfa.contracts.delivery.Reacted;
import cn.qianfa.contracts.event.StaffAppointed;
import cn.qianfa.contracts.event.StaffLeft;
import cn.qianfa.contracts.identity.Actor;
import cn.qianfa.contracts.identity.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("article-6")
class WhenStaffChangeAdmitOrShutOutTest {
    private static final Instant NOW = Instant.parse("2026-11-24T01:00:00Z");

    private final InMemoryAppointments appointments = new InMemoryAppointments();
    private final List<String> shutOut = new ArrayList<>();
    private final WhenStaffChangeAdmitOrShutOut reaction =
            new WhenStaffChangeAdmitOrShutOut(appointments, new InMemoryUnits(Map.of()), shutOut::add);

    @Test
    void admitsWithTheRolesTold() {
        reaction.appointed(appointed("DRAFTER", "PUBLISHER"), at(1));

        assertThat(appointments.find("staff-1").flatMap(Appointment::actor))
                .contains(new Actor("staff-1", "town-1", Set.of(Role.DRAFTER, Role.PUBLISHER)));
        assertThat(shutOut).isEmpty();
    }

    @Test
    void shutsOutWhoHasLeft() {
        reaction.appointed(appointed("DRAFTER"), at(1));

        assertThat(reaction.left(left(), at(2))).isEqualTo(Reacted.APPLIED);

        assertThat(appointments.find("staff-1").flatMap(Appointment::actor)).isEmpty();
        assertThat(shutOut).containsExactly("staff-1");
    }

    @Test
    void shutsOutOnTheRepetitionWhereTheFirstTryStoppedInBetween() {
        reaction.left(left(), at(2));
        shutOut.clear();

        assertThat(reaction.left(left(), at(2))).isEqualTo(Reacted.DUPLICATE);

        assertThat(shutOut).containsExactly("staff-1");
    }

    @Test
    void leavesAloneWhoHasComeBackSince() {
        reaction.left(left(), at(2));
        reaction.appointed(appointed("DRAFTER"), at(3));
        shutOut.clear();

        reaction.left(left(), at(2));

        assertThat(shutOut).isEmpty();
    }

    @Test
    void doesNotGuessARoleItHasNeverHeardOf() {
        assertThatThrownBy(() -> reaction.appointed(appointed("EMPEROR"), at(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(appointments.find("staff-1")).isEmpty();
    }

    private static StaffAppointed appointed(String... roles) {
        return new StaffAppointed("staff-1", "town-1", "起草人", List.of(roles), NOW, NOW);
    }

    private static StaffLeft left() {
        return new StaffLeft("staff-1", "town-1", NOW);
    }

    private static Position at(long seq) {
        return new Position("approval.registry", "staff:staff-1", seq, "event-" + seq);
    }
}
