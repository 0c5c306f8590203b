package cn.qianfa.launcher.backup;

import static cn.qianfa.launcher.speech.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qianfa.launcher.home.Home;
import cn.qianfa.launcher.speech.Messages;
import cn.qianfa.launcher.speech.Voice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplacementTest {
    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

    @TempDir
    Path directory;

    private Home home = new Home(Path.of("/"));
    private Archive archive = new Archive(Path.of("/"));
    private Replacement replacement = new Replacement(home);

    @BeforeEach
    void backUp() throws IOException {
        home = Home.open(directory.resolve("home"));
        archive = new Archive(directory.resolve("back-up.zip"));
        replacement = new Replacement(home);
        Files.writeString(home.store().resolve("store.mv"), "before");
        Files.writeString(home.secrets().resolve("ticket.key"), "a key");
        var copy = Copy.into(directory.resolve("copied"));
        copy.take(home.root());
        archive.write(copy.directory(), NOW, "an id", _ -> {});
        Files.writeString(home.store().resolve("store.mv"), "since");
    }

    private Progress silent() {
        return new Progress(new Voice(Messages.english(), System.out, System.err), "restore.unpacking", 0);
    }

    @Test
    void putsAsideWhatWasThere() throws IOException {
        assertThat(replacement.replaces()).isTrue();

        replacement.begin(archive, silent());
        var aside = replacement.complete(NOW);

        assertThat(home.store().resolve("store.mv")).hasContent("before");
        assertThat(home.secrets().resolve("ticket.key")).hasContent("a key");
        assertThat(aside).contains(home.root().resolve("aside-20261124T080000000Z"));
        assertThat(aside.orElseThrow().resolve("store/store.mv")).hasContent("since");
        assertThat(home.isHalf()).isFalse();
    }

    @Test
    void putsNothingAsideWhereNothingWas() throws IOException {
        Disk.remove(home.root());
        home = Home.open(home.root());

        replacement.begin(archive, silent());

        assertThat(replacement.complete(NOW)).isEmpty();
        assertThat(home.store().resolve("store.mv")).hasContent("before");
    }

    @Test
    void isNoticedWhereItStoppedHalfWayAndCompletedWhenItIsBegunAgain() throws IOException {
        replacement.begin(archive, silent());
        Files.move(home.store(), directory.resolve("killed-here"));

        assertThat(replacement.isUnderWay()).isTrue();
        assertRefused(home::mustNotBeHalf, "was not completed", "run deploy/restore again");
        home = Home.open(home.root());
        replacement.begin(archive, silent());
        replacement.complete(NOW);

        home.mustNotBeHalf();
        assertThat(home.store().resolve("store.mv")).hasContent("before");
    }
}
