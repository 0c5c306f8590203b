package cn.qianfa.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qianfa.contracts.identity.Role;
import cn.qianfa.gateway.appointment.InMemoryAppointments;
import cn.qianfa.gateway.credential.InMemoryAttempts;
import cn.qianfa.gateway.credential.InMemoryCredentials;
import cn.qianfa.gateway.credential.PlainHash;
import cn.qianfa.gateway.session.SignIn.Outcome;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("article-6")
class SignInTest {
    private static final String PASSWORD = "the right password";
    private static final Duration LOCK = Duration.ofMinutes(15);

    private final InMemoryCredentials credentials = new InMemoryCredentials();
    private final InMemoryAppointments appointments = new InMemoryAppointments();
    private final InMemorySessions sessions = new InMemorySessions();
    private final PlainHash passwords = new PlainHash();
    private Instant now = Instant.parse("2026-11-24T01:00:00Z");
    private final SignIn signIn =
            new SignIn(credentials, new InMemoryAttempts(LOCK), passwords, appointments, sessions, () -> now);

    @BeforeEach
    void create() {
        credentials.createIfNone("drafter", passwords.of(PASSWORD), now);
    }

    @Nested
    class AnAppointedPerson {
        @BeforeEach
        void appoint() {
            appointments.with("drafter", "town", Role.DRAFTER);
        }

        @Test
        void isSignedInWithTheRightPassword() {
            var done = (Outcome.Done) signIn.signIn("drafter", PASSWORD);

            assertThat(sessions.find(done.token().id()))
                    .contains(new Session(done.token().id(), "drafter", now, now));
        }

        @Test
        void isRefusedLikeSomeoneNobodyKnows() {
            var wrong = signIn.signIn("drafter", "a wrong password");
            var comparisons = passwords.comparisons();
            var unknown = signIn.signIn("nobody", PASSWORD);

            assertThat(wrong).isEqualTo(unknown).isInstanceOf(Outcome.Refused.class);
            assertThat(passwords.comparisons()).as("as long a time").isEqualTo(2 * comparisons);
        }

        @Test
        @Tag("check-18")
        void isLockedAfterFiveWrongPasswordsEvenWithTheRightOne() {
            wrong(5, "drafter");

            assertThat(signIn.signIn("drafter", PASSWORD)).isEqualTo(new Outcome.Wait(LOCK.minusSeconds(10)));

            now = now.plus(LOCK);
            assertThat(signIn.signIn("drafter", PASSWORD)).isInstanceOf(Outcome.Done.class);
        }

        @Test
        void startsFromNoneAfterTheRightOne() {
            wrong(4, "drafter");
            signIn.signIn("drafter", PASSWORD);

            assertThat(signIn.signIn("drafter", "a wrong password")).isInstanceOf(Outcome.Refused.class);
            assertThat(signIn.signIn("drafter", PASSWORD)).isInstanceOf(Outcome.Done.class);
        }

        @Test
        void isNotHeldUpByAnEndlessPassword() {
            assertThat(signIn.signIn("drafter", "x".repeat(1_000_000))).isInstanceOf(Outcome.Refused.class);
        }
    }

    @Nested
    class SomeoneNobodyKnows {
        @Test
        void isLockedToo() {
            wrong(5, "nobody");

            assertThat(signIn.signIn("nobody", PASSWORD)).isInstanceOf(Outcome.Wait.class);
        }
    }

    @Nested
    class SomeoneWhoLeft {
        @Test
        void isRefusedWithTheRightPassword() {
            appointments.withLeaver("drafter");

            assertThat(signIn.signIn("drafter", PASSWORD)).isInstanceOf(Outcome.Refused.class);
        }
    }

    @Nested
    class SomeoneTheRegistryHasNotToldOfYet {
        @Test
        void isAskedToWaitHoweverOftenTheyTry() {
            for (var attempt = 0; attempt < 10; attempt++) {
                assertThat(signIn.signIn("drafter", PASSWORD)).isInstanceOf(Outcome.NotKnownYet.class);
            }
        }

        @Test
        void isNotToldApartWithAWrongPassword() {
            assertThat(signIn.signIn("drafter", "a wrong password")).isInstanceOf(Outcome.Refused.class);
        }
    }

    private void wrong(int times, String name) {
        for (var attempt = 0; attempt < times; attempt++) {
            assertThat(signIn.signIn(name, "a wrong password")).isInstanceOf(Outcome.Refused.class);
            now = now.plusSeconds(10);
        }
    }
}
