package cn.qianfa.gateway.credential;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qianfa.contracts.identity.Actor;
import cn.qianfa.contracts.identity.Role;
import cn.qianfa.gateway.appointment.InMemoryAppointments;
import cn.qianfa.gateway.appointment.InMemoryUnits;
import cn.qianfa.gateway.credential.IssueActivationCode.Outcome.Issued;
import cn.qianfa.gateway.credential.IssueActivationCode.Outcome.NotPermitted;
import cn.qianfa.gateway.credential.IssueActivationCode.Outcome.Unknown;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("article-6")
class IssueActivationCodeTest {
    private static final Actor ADMIN = new Actor("admin", "town", Set.of(Role.ADMIN));
    private static final Duration VALID = Duration.ofDays(3);

    private final InMemoryCredentials credentials = new InMemoryCredentials();
    private final InMemoryAppointments appointments = new InMemoryAppointments()
            .with("admin", "town", Role.ADMIN)
            .with("drafter", "village", Role.DRAFTER)
            .with("chief", "district", Role.ADMIN)
            .withLeaver("gone");
    private Instant now = Instant.parse("2026-11-24T01:00:00Z");

    @TempDir
    private Path directory;

    private IssueActivationCode issueActivationCode;

    @BeforeEach
    void wire() throws IOException {
        issueActivationCode = new IssueActivationCode(
                appointments,
                new InMemoryUnits(Map.of("town", "district", "village", "town")),
                credentials,
                CodeKey.in(directory.resolve("key")),
                VALID,
                () -> now);
    }

    @Test
    void givesOutACodeOfWhichOnlyTheHashIsKept() {
        var issued = (Issued) issueActivationCode.issue("drafter", ADMIN, "key");

        assertThat(issued.expires()).isEqualTo(now.plus(VALID));
        assertThat(credentials.find("drafter").orElseThrow().toString())
                .doesNotContain(issued.shown())
                .doesNotContain(issued.shown().replace("-", ""));
    }

    @Test
    void givesTheSameCodeToTheSameCommand() {
        var first = issueActivationCode.issue("drafter", ADMIN, "key");
        now = now.plusSeconds(60);

        assertThat(issueActivationCode.issue("drafter", ADMIN, "key")).isEqualTo(first);
        assertThat(issueActivationCode.issue("drafter", ADMIN, "other")).isNotEqualTo(first);
    }

    @Test
    void doesNotReviveACodeThatWasUsed() {
        issueActivationCode.issue("drafter", ADMIN, "key");
        var hash = credentials
                .find("drafter")
                .flatMap(Credential::issued)
                .orElseThrow()
                .codeHash();
        credentials.activate("drafter", new Credential.Used(hash, "key"), "hash", now);

        issueActivationCode.issue("drafter", ADMIN, "key");

        assertThat(credentials.withCode(hash)).isEmpty();
    }

    @Test
    void knowsNobodyAboveOrOutside() {
        assertThat(issueActivationCode.issue("chief", ADMIN, "key")).isInstanceOf(Unknown.class);
        assertThat(issueActivationCode.issue("gone", ADMIN, "key")).isInstanceOf(Unknown.class);
        assertThat(issueActivationCode.issue("nobody", ADMIN, "key")).isInstanceOf(Unknown.class);
    }

    /** A refusal would say that there is such a person. */
    @Test
    void tellsWhoSupervisesNobodyNothingOfTheUnitsBelow() {
        var director = new Actor("director", "town", Set.of(Role.OFFICE_DIRECTOR));

        assertThat(issueActivationCode.issue("drafter", director, "key")).isInstanceOf(Unknown.class);
        assertThat(issueActivationCode.issue("admin", director, "key")).isInstanceOf(NotPermitted.class);
    }

    @Test
    void isForAdministratorsAndNotForThemselves() {
        var director = new Actor("director", "town", Set.of(Role.OFFICE_DIRECTOR, Role.INSPECTOR));

        assertThat(issueActivationCode.issue("drafter", director, "key")).isInstanceOf(NotPermitted.class);
        assertThat(issueActivationCode.issue("admin", ADMIN, "key")).isInstanceOf(NotPermitted.class);
        assertThat(credentials.find("drafter")).isEmpty();
    }
}
