package cn.qianfa.launcher.home;

import static cn.qianfa.launcher.speech.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    @TempDir
    Path directory;

    @Test
    void areMadeOnce() {
        var secrets = new Secrets(Home.open(directory));

        assertThat(secrets.ticketKey()).isEqualTo(secrets.ticketKey());
        assertThat(secrets.adminPassword()).isEqualTo(new Secrets(Home.open(directory)).adminPassword());
    }

    @Test
    void haveTheShapeTheirReadersExpect() {
        var secrets = new Secrets(Home.open(directory));

        assertThat(Base64.getUrlDecoder().decode(secrets.ticketKey())).hasSize(32);
        assertThat(secrets.webhookKey()).startsWith("whsec_");
        assertThat(Base64.getDecoder().decode(secrets.webhookKey().substring(6)))
                .hasSizeGreaterThanOrEqualTo(24);
        assertThat(secrets.adminPassword())
                .matches("([a-zA-Z2-9]{4}-){4}[a-zA-Z2-9]{4}")
                .containsPattern("[a-z]")
                .containsPattern("[A-Z]")
                .containsPattern("[2-9]");
    }

    @Test
    void areReadableByTheirUserAlone() throws IOException {
        var secrets = new Secrets(Home.open(directory));
        secrets.adminPassword();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets.adminPasswordFile())))
                .isEqualTo("rw-------");
    }

    @Test
    void areToldOnce() {
        var secrets = new Secrets(Home.open(directory));

        assertThat(secrets.tellAdminPassword()).isTrue();
        assertThat(secrets.tellAdminPassword()).isFalse();
    }

    @Test
    void areNotReplacedWhenTheyWereLost() throws IOException {
        var home = Home.open(directory);
        Files.createFile(home.secrets().resolve("ticket.key"));

        assertRefused(() -> new Secrets(home).ticketKey(), "is empty", "restore it from a back-up");
    }

    @Test
    void rememberThatAnInstallationIsForDemonstrationAndWhetherItIsFilled() {
        var secrets = new Secrets(Home.open(directory));
        assertThat(secrets.isDemo()).isFalse();

        assertThat(secrets.beginDemo()).isTrue();
        assertThat(secrets.beginDemo()).isFalse();
        assertThat(secrets.isDemo()).isTrue();
        assertThat(secrets.isDemoComplete()).isFalse();

        secrets.completeDemo();
        assertThat(secrets.isDemoComplete()).isTrue();
    }

    @Test
    void giveEveryoneOfTheDemonstrationAPasswordOfTheirOwn() {
        var secrets = new Secrets(Home.open(directory));
        secrets.beginDemo();

        assertThat(secrets.demoPassword("duty.health"))
                .isEqualTo(secrets.demoPassword("duty.health"))
                .isNotEqualTo(secrets.demoPassword("standby.health"));
    }
}
