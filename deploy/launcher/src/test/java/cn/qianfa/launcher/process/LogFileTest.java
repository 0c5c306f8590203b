package cn.qianfa.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-24T08:15:30Z"));
    private static final Duration AGE = Duration.ofDays(180);

    @TempDir
    Path directory;

    @Test
    void isPutAsideOnceItIsTooLong() throws IOException {
        var log = new LogFile(Files.writeString(directory.resolve("rules.log"), "0123456789"));

        log.rotate(10, AGE, CLOCK);
        assertThat(log.size()).isEqualTo(10);

        log.rotate(9, AGE, CLOCK);
        assertThat(log.size()).isZero();
        assertThat(directory.resolve("rules-20261124T081530Z.log")).hasContent("0123456789");
    }

    @Test
    @Tag("check-32")
    void isKeptAsLongAsItMust() throws IOException {
        var log = new LogFile(directory.resolve("rules.log"));
        var kept = aside("rules-20260601T000000Z.log", 179);
        var dropped = aside("rules-20260501T000000Z.log", 181);
        var anothers = aside("rules-engine-20260501T000000Z.log", 181);

        log.rotate(9, AGE, CLOCK);

        assertThat(kept).exists();
        assertThat(dropped).doesNotExist();
        assertThat(anothers).exists();
    }

    @Test
    void tellsOnlyOfThisRun() throws IOException {
        var log = new LogFile(Files.writeString(directory.resolve("rules.log"), "yesterday\ntoday\n"));

        assertThat(log.tail("yesterday\n".length())).containsExactly("today");
        assertThat(new LogFile(directory.resolve("none.log")).tail(0)).isEmpty();
    }

    private Path aside(String name, int daysOld) throws IOException {
        var file = Files.createFile(directory.resolve(name));
        return Files.setLastModifiedTime(file, FileTime.from(CLOCK.instant().minus(Duration.ofDays(daysOld))));
    }
}
