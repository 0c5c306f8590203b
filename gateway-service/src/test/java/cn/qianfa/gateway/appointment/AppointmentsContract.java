package cn.qianfa.gateway.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qianfa.contracts.delivery.Position;
import cn.qianfa.contracts.delivery.Reacted;
import cn.qianfa.contracts.identity.Role;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every mirror of the registry's staff keeps. */
public abstract class AppointmentsContract {
    private static final Appointment DRAFTER =
            new Appointment.Appointed("staff-1", "town-1", "起草人", Set.of(Role.DRAFTER, Role.PUBLISHER));
    private static final Appointment LEADER =
            new Appointment.Appointed("staff-1", "town-2", "起草人", Set.of(Role.UNIT_LEADER));
    private static final Appointment LEFT = new Appointment.Left("staff-1");

    @SuppressWarnings("NullAway.Init") // opened before each test
    private Appointments appointments;

    @BeforeEach
    void open() {
        appointments = appointments();
    }

    protected abstract Appointments appointments();

    @Test
    void knowNobodyTheRegistryNeverToldOf() {
        assertThat(appointments.find("staff-1")).isEmpty();
        assertThat(appointments.find(List.of("staff-1", "staff-2"))).isEmpty();
    }

    @Test
    void keepWhatWasTold() {
        assertThat(appointments.mirror(DRAFTER, at(1, "a"))).isEqualTo(Reacted.APPLIED);

        assertThat(appointments.find("staff-1")).contains(DRAFTER);
        assertThat(appointments.find(List.of("staff-1", "staff-2"))).containsExactly(DRAFTER);
    }

    @Test
    void takeTheNewerThoughSomeWereLeftOut() {
        appointments.mirror(DRAFTER, at(1, "a"));

        assertThat(appointments.mirror(LEADER, at(7, "g"))).isEqualTo(Reacted.APPLIED);

        assertThat(appointments.find("staff-1")).contains(LEADER);
    }

    @Test
    void passOverTheOlderAndTheSameAgain() {
        appointments.mirror(LEFT, at(3, "c"));

        assertThat(appointments.mirror(DRAFTER, at(2, "b"))).isEqualTo(Reacted.DUPLICATE);
        assertThat(appointments.mirror(LEFT, at(3, "c"))).isEqualTo(Reacted.DUPLICATE);

        assertThat(appointments.find("staff-1")).contains(LEFT);
    }

    @Test
    void noticeAnotherHistory() {
        appointments.mirror(DRAFTER, at(3, "c"));

        assertThat(appointments.mirror(LEADER, at(3, "x"))).isInstanceOf(Reacted.Forked.class);

        assertThat(appointments.find("staff-1")).contains(DRAFTER);
    }

    private static Position at(long seq, String id) {
        return new Position("approval.registry", "staff:staff-1", seq, id);
    }
}
