package cn.qianfa.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.qianfa.contracts.identity.Actor;
import cn.qianfa.contracts.identity.Role;
import cn.qianfa.gateway.appointment.InMemoryAppointments;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WhoIsSignedInTest {
    private static final Duration IDLE = Duration.ofHours(1);
    private static final Duration LONGEST = Duration.ofHours(12);

    private final InMemoryAppointments appointments = new InMemoryAppointments().with("drafter", "town", Role.DRAFTER);
    private final InMemorySessions sessions = new InMemorySessions();
    private final SessionToken token = SessionToken.random();
    private Instant now = Instant.parse("2026-11-24T01:00:00Z");
    private final WhoIsSignedIn who =
            new WhoIsSignedIn(sessions, appointments, new SessionLife(IDLE, LONGEST), () -> now);

    @BeforeEach
    void signIn() {
        sessions.add(new Session(token.id(), "drafter", now, now));
    }

    @Test
    void knowsThePersonByTheToken() {
        var found = who.find(token).orElseThrow();

        assertThat(found.actor()).isEqualTo(new Actor("drafter", "town", Set.of(Role.DRAFTER)));
        assertThat(found.csrf()).isEqualTo(token.csrf());
        assertThat(who.find(SessionToken.random())).isEmpty();
    }

    @Test
    void knowsANewRoleAtTheNextRequest() {
        who.find(token);
        appointments.with("drafter", "village", Role.UNIT_LEADER);

        assertThat(who.find(token).map(SignedIn::actor))
                .contains(new Actor("drafter", "village", Set.of(Role.UNIT_LEADER)));
    }

    @Test
    void knowsNobodyWhoLeft() {
        appointments.withLeaver("drafter");

        assertThat(who.find(token)).isEmpty();
    }

    @Test
    void forgetsWhoWasAwayTooLong() {
        now = now.plus(IDLE);

        assertThat(who.find(token)).isEmpty();
    }

    @Test
    void keepsWhoComesNowAndThenButNotForEver() {
        for (var hour = 0; hour < 24; hour++) {
            now = now.plus(Duration.ofMinutes(29));
            assertThat(who.find(token)).isPresent();
        }

        now = now.plus(Duration.ofMinutes(25));
        assertThat(who.find(token)).as("twelve hours after signing in").isEmpty();
    }

    @Test
    void tellsOfManyAtOnceWhoIsStillTheSame() {
        var before = who.find(token).orElseThrow();
        var stranger = new SignedIn("ended", before.actor(), "", "", now);

        assertThat(who.still(List.of(before, stranger))).containsExactly(before);

        appointments.with("drafter", "town", Role.PUBLISHER);
        assertThat(who.still(List.of(before))).isEmpty();
    }

    @Test
    void holdsALifeToReason() {
        assertThatThrownBy(() -> new SessionLife(LONGEST, IDLE)).hasMessageContaining("expected");
        assertThatThrownBy(() -> new SessionLife(Duration.ofSeconds(30), IDLE)).hasMessageContaining("expected");
    }
}
