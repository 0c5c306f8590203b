package cn.qianfa.launcher.home;

import static cn.qianfa.launcher.speech.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {
    @TempDir
    Path directory;

    @Test
    void isForItsUserAlone() throws IOException {
        var home = Home.open(directory.resolve("new/.qianfa"));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.root())))
                .isEqualTo("rwx------");
        assertThat(home.root()).isDirectoryContaining("glob:**{kafka,store,media,logs,run,secrets}");
    }

    @Test
    void isRefusedWhereItCannotBeWritten() throws IOException {
        var file = Files.createFile(directory.resolve("file"));

        assertRefused(() -> Home.open(file.resolve("qianfa")), "cannot be written", "QIANFA_DATA");
    }

    @Test
    void isRefusedIfItBelongsToSomebodyElse() throws IOException {
        assumeTrue(Files.getOwner(directory).getName().equals("root"), "NOT RUN: only root can give a directory away");
        Files.setAttribute(directory, "unix:uid", 65534);

        assertRefused(() -> Home.open(directory), "belongs to ", "run as that user");
    }

    @Test
    void isRefusedOnAFullDisk() {
        var home = Home.open(directory);

        assertRefused(() -> home.mustHaveFree(Long.MAX_VALUE), " MB left (expected: at least 8796093022207 MB)");
        home.mustHaveFree(1);
    }

    @Test
    void isLockedAgainstASecondCall() {
        var home = Home.open(directory);

        try (var _ = HomeLock.take(home)) {
            assertRefused(() -> HomeLock.take(home), "Another deploy/up or deploy/down is at work on " + directory);
        }
        HomeLock.take(home).close();
    }
}
