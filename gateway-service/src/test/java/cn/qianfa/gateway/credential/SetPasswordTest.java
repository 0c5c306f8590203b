package cn.qianfa.gateway.credential;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qianfa.gateway.credential.SetPassword.Outcome.Done;
import cn.qianfa.gateway.credential.SetPassword.Outcome.KeyReused;
import cn.qianfa.gateway.credential.SetPassword.Outcome.UnknownCode;
import cn.qianfa.gateway.credential.SetPassword.Outcome.Weak;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("article-6")
class SetPasswordTest {
    private static final ActivationCode CODE =
            ActivationCode.read("0123-4567-89AB-CDEF").orElseThrow();
    private static final String PASSWORD = "a password of some length";

    private final InMemoryCredentials credentials = new InMemoryCredentials();
    private final InMemoryAttempts attempts = new InMemoryAttempts(Duration.ofMinutes(15));
    private final List<String> signedOut = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-24T01:00:00Z");
    private final SetPassword setPassword =
            new SetPassword(credentials, attempts, new PlainHash(), signedOut::add, () -> now);

    @BeforeEach
    void issue() {
        credentials.createIfNone("drafter", "hash of the old one", now);
        credentials.issue("drafter", new Credential.Issued(CODE.hash(), now.plusSeconds(60), "command"));
    }

    @Test
    void setsItOnceAndSignsOutEverywhere() {
        assertThat(setPassword.set(CODE.shown(), PASSWORD, "key")).isEqualTo(new Done("drafter"));

        assertThat(credentials.find("drafter").flatMap(Credential::password)).contains("hash of " + PASSWORD);
        assertThat(signedOut).containsExactly("drafter");
        assertThat(setPassword.set(CODE.shown(), PASSWORD, "another key")).isInstanceOf(UnknownCode.class);
    }

    @Test
    void saysTheSameToTheSameCommand() {
        setPassword.set(CODE.shown(), PASSWORD, "key");

        assertThat(setPassword.set(CODE.shown(), PASSWORD, "key")).isEqualTo(new Done("drafter"));
        assertThat(setPassword.set(CODE.shown(), "another password, same key", "key"))
                .isInstanceOf(KeyReused.class);
        assertThat(credentials.find("drafter").flatMap(Credential::password)).contains("hash of " + PASSWORD);
    }

    @Test
    void refusesACodeThatIsOver() {
        now = now.plusSeconds(60);

        assertThat(setPassword.set(CODE.shown(), PASSWORD, "key")).isInstanceOf(UnknownCode.class);
    }

    @Test
    void refusesACodeNobodyGaveOut() {
        assertThat(setPassword.set("0000-0000-0000-0000", PASSWORD, "key")).isInstanceOf(UnknownCode.class);
        assertThat(setPassword.set("", PASSWORD, "key")).isInstanceOf(UnknownCode.class);
    }

    @Test
    void leavesTheCodeForABetterPassword() {
        assertThat(setPassword.set(CODE.shown(), "short", "key")).isInstanceOf(Weak.class);

        assertThat(setPassword.set(CODE.shown(), PASSWORD, "key")).isEqualTo(new Done("drafter"));
    }

    @Test
    void opensALockedName() {
        for (var wrong = 0; wrong < 5; wrong++) {
            attempts.begin("drafter", now);
            now = now.plusSeconds(5);
        }
        assertThat(attempts.begin("drafter", now)).isPresent();

        setPassword.set(CODE.shown(), PASSWORD, "key");

        assertThat(attempts.begin("drafter", now)).isEmpty();
    }
}
