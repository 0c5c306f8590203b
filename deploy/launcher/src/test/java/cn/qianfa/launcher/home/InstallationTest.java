package cn.qianfa.launcher.home;

import static cn.qianfa.launcher.speech.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationTest {
    @TempDir
    Path directory;

    private Home home = new Home(Path.of("/"));

    @BeforeEach
    void open() {
        home = Home.open(directory);
    }

    @Test
    void marksLogAndStoreAlikeOnce() throws IOException {
        Installation.check(home);
        var id = Files.readString(home.kafka().resolve("installation.id"));

        Installation.check(home);

        assertThat(home.kafka().resolve("installation.id")).hasContent(id);
        assertThat(home.store().resolve("installation.id")).hasContent(id);
    }

    @Test
    void finishesAMarkThatWasInterrupted() throws IOException {
        Files.writeString(home.kafka().resolve("installation.id"), "half");

        Installation.check(home);

        assertThat(home.store().resolve("installation.id"))
                .hasContent(Files.readString(home.kafka().resolve("installation.id")));
    }

    @Test
    void refusesAStoreOfAnotherInstallation() throws IOException {
        Installation.check(home);
        Files.createFile(home.store().resolve("qianfa.mv"));
        Files.writeString(home.store().resolve("installation.id"), "another");

        assertRefused(() -> Installation.check(home), "are not of one installation", "(another)", "one back-up");
    }

    @Test
    void refusesAStoreWhoseLogIsGone() throws IOException {
        Installation.check(home);
        Files.createFile(home.store().resolve("qianfa.mv"));
        Files.delete(home.kafka().resolve("installation.id"));

        assertRefused(() -> Installation.check(home), "are not of one installation");
    }
}
