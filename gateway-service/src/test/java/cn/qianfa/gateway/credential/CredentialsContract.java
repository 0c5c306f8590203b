package cn.qianfa.gateway.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every place of credentials keeps. */
public abstract class CredentialsContract {
    private static final Instant NOW = Instant.parse("2026-11-24T01:00:00Z");
    private static final Credential.Issued CODE = new Credential.Issued("code-1", NOW.plusSeconds(60), "command-1");

    @SuppressWarnings("NullAway.Init") // opened before each test
    private Credentials credentials;

    protected abstract Credentials credentials();

    @BeforeEach
    void openCredentials() {
        credentials = credentials();
    }

    @Test
    void areCreatedOnce() {
        assertThat(credentials.createIfNone("admin", "first", NOW)).isTrue();
        assertThat(credentials.createIfNone("admin", "second", NOW)).isFalse();

        assertThat(credentials.find("admin").flatMap(Credential::password)).contains("first");
    }

    @Test
    void changeOnlyWhatIsStillSo() {
        credentials.createIfNone("admin", "first", NOW);

        assertThat(credentials.change("admin", "first", "second", NOW)).isTrue();
        assertThat(credentials.change("admin", "first", "third", NOW)).isFalse();
        assertThat(credentials.change("nobody", "first", "third", NOW)).isFalse();

        assertThat(credentials.find("admin").flatMap(Credential::password)).contains("second");
    }

    @Test
    void giveOutACodeForSomeoneWithoutAPassword() {
        credentials.issue("staff-1", CODE);

        assertThat(credentials.withCode("code-1"))
                .contains(new Credential("staff-1", Optional.empty(), Optional.of(CODE), Optional.empty()));
        assertThat(credentials.withCode("code-2")).isEmpty();
    }

    @Test
    void voidTheOlderCode() {
        credentials.issue("staff-1", CODE);
        credentials.issue("staff-1", new Credential.Issued("code-2", NOW, "command-2"));

        assertThat(credentials.withCode("code-1")).isEmpty();
        assertThat(credentials.withCode("code-2")).isPresent();
    }

    @Test
    void takeACodeOnce() {
        credentials.issue("staff-1", CODE);
        var used = new Credential.Used("code-1", "key");

        assertThat(credentials.activate("staff-1", used, "hash", NOW)).isTrue();
        assertThat(credentials.activate("staff-1", used, "other", NOW)).isFalse();

        assertThat(credentials.withCode("code-1")).isEmpty();
        assertThat(credentials.whoUsed("code-1").flatMap(Credential::used)).contains(used);
        assertThat(credentials.find("staff-1").flatMap(Credential::password)).contains("hash");
        assertThat(credentials.find("staff-1").flatMap(Credential::issued).map(Credential.Issued::command))
                .contains("command-1");
    }

    @Test
    void keepManyWithoutACode() {
        credentials.createIfNone("staff-1", "hash", NOW);

        assertThat(credentials.createIfNone("staff-2", "hash", NOW)).isTrue();
    }

    @Test
    void areGoneOnceRemoved() {
        credentials.createIfNone("staff-1", "hash", NOW);

        credentials.remove("staff-1");

        assertThat(credentials.find("staff-1")).isEmpty();
    }
}
