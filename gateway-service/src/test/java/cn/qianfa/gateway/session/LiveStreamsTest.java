package cn.qianfa.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qianfa.contracts.identity.Role;
import cn.qianfa.gateway.appointment.InMemoryAppointments;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiveStreamsTest {
    private final InMemoryAppointments appointments =
            new InMemoryAppointments().with("officer", "town", Role.DUTY_OFFICER);
    private final InMemorySessions sessions = new InMemorySessions();
    private final SessionToken token = SessionToken.random();
    private final AtomicInteger cuts = new AtomicInteger();
    private Instant now = Instant.parse("2026-11-24T01:00:00Z");
    private final WhoIsSignedIn who = new WhoIsSignedIn(
            sessions, appointments, new SessionLife(Duration.ofHours(1), Duration.ofHours(12)), () -> now);
    private final LiveStreams streams = new LiveStreams(who, () -> now);

    @BeforeEach
    void signIn() {
        sessions.add(new Session(token.id(), "officer", now, now));
    }

    @Test
    void stayWhileNothingChanges() {
        open();

        streams.check();

        assertThat(cuts).hasValue(0);
        assertThat(streams.count()).isEqualTo(1);
    }

    @Test
    void areCutWhenTheSessionEnds() {
        open();
        sessions.end(token.id());

        streams.check();
        streams.check();

        assertThat(cuts).hasValue(1);
        assertThat(streams.count()).isZero();
    }

    @Test
    void areCutWhenTheRoleChanges() {
        open();
        appointments.with("officer", "town", Role.DRAFTER);

        streams.check();

        assertThat(cuts).hasValue(1);
    }

    @Test
    void areCutWhenTheyFallSilent() {
        var stream = open();
        now = now.plusSeconds(40);
        stream.heard();
        now = now.plusSeconds(40);
        streams.check();
        assertThat(cuts).hasValue(0);

        now = now.plusSeconds(6);
        streams.check();

        assertThat(cuts).hasValue(1);
    }

    @Test
    void keepTheSessionOfWhoIsWatching() {
        var stream = open();
        for (var minutes = 0; minutes < 90; minutes++) {
            now = now.plusSeconds(60);
            stream.heard();
            streams.check();
        }

        assertThat(who.find(token)).as("an hour and a half without a request").isPresent();
    }

    @Test
    void areNotCutOnceClosed() {
        open().close();
        sessions.end(token.id());

        streams.check();
        streams.cutAll();

        assertThat(cuts).hasValue(0);
    }

    private LiveStreams.Stream open() {
        return streams.open(who.find(token).orElseThrow(), cuts::incrementAndGet);
    }
}
