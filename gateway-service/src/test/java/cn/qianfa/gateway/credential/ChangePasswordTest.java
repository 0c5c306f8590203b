package cn.qianfa.gateway.credential;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qianfa.gateway.credential.ChangePassword.Outcome.Changed;
import cn.qianfa.gateway.credential.ChangePassword.Outcome.Wait;
import cn.qianfa.gateway.credential.ChangePassword.Outcome.Weak;
import cn.qianfa.gateway.credential.ChangePassword.Outcome.WrongPassword;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("article-6")
class ChangePasswordTest {
    private static final String CURRENT = "the present password";
    private static final String NEW = "another password of length";

    private final InMemoryCredentials credentials = new InMemoryCredentials();
    private final PlainHash passwords = new PlainHash();
    private final Instant now = Instant.parse("2026-11-24T01:00:00Z");
    private final ChangePassword changePassword =
            new ChangePassword(credentials, new InMemoryAttempts(Duration.ofMinutes(15)), passwords, () -> now);

    @BeforeEach
    void create() {
        credentials.createIfNone("drafter", passwords.of(CURRENT), now);
    }

    @Test
    void replacesWhatIsKnown() {
        assertThat(changePassword.change("drafter", CURRENT, NEW)).isInstanceOf(Changed.class);

        assertThat(credentials.find("drafter").flatMap(Credential::password)).contains(passwords.of(NEW));
    }

    @Test
    void refusesWhoDoesNotKnowIt() {
        assertThat(changePassword.change("drafter", "guessed", NEW)).isInstanceOf(WrongPassword.class);
        assertThat(changePassword.change("nobody", CURRENT, NEW)).isInstanceOf(WrongPassword.class);

        assertThat(credentials.find("drafter").flatMap(Credential::password)).contains(passwords.of(CURRENT));
    }

    @Test
    void isNoPlaceToGuess() {
        changePassword.change("drafter", "guessed", NEW);
        changePassword.change("drafter", "guessed again", NEW);

        assertThat(changePassword.change("drafter", CURRENT, NEW)).isInstanceOf(Wait.class);
    }

    @Test
    void refusesAWeakOneBeforeItLooksAtTheOld() {
        assertThat(changePassword.change("drafter", CURRENT, "drafter")).isInstanceOf(Weak.class);

        assertThat(passwords.comparisons()).isZero();
    }
}
