package cn.qianfa.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LifeTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    Path directory;

    private long pid;

    @AfterEach
    void end() {
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    }

    @Test
    void isRecognisedUntilItsEnd() throws Exception {
        var life = start("sleep", "60");

        assertThat(life.isAlive()).isTrue();
        assertThat(Stop.all(List.of(life), LONG)).as("ended by itself").isTrue();
        assertThat(life.isAlive()).isFalse();
    }

    @Test
    void isNotConfusedWithALaterProcessOfTheSameNumber() throws Exception {
        var other = start("sleep", "60");

        var remembered = new Life(other.pid(), "some boot/123");

        assertThat(remembered.isAlive()).isFalse();
        Stop.all(List.of(remembered), LONG);
        assertThat(other.isAlive()).as("the other process").isTrue();
    }

    @Test
    void isOverEvenIfItsParentHasNotBuriedIt() throws Exception {
        // The shell becomes a program that never asks for its child, so the child stays a zombie.
        var life = start("sh", "-c", "sleep 0.2 & echo $! > child; exec sleep 60");
        await().atMost(LONG)
                .until(() -> Files.exists(directory.resolve("child"))
                        && !Files.readString(directory.resolve("child")).isBlank());
        var child = Long.parseLong(Files.readString(directory.resolve("child")).strip());

        await().atMost(LONG).until(() -> stat(child).contains(") Z "));

        assertThat(Life.of(child)).isEmpty();
        assertThat(life.isAlive()).isTrue();
    }

    @Test
    void endsInTheEndEvenIfItDoesNotListen() throws Exception {
        var life = start("sh", "-c", "trap '' TERM; echo ready; while true; do sleep 0.1; done");
        await().atMost(LONG).until(() -> Files.readString(log()).contains("ready"));

        assertThat(Stop.all(List.of(life), Duration.ofMillis(300)))
                .as("ended by itself")
                .isFalse();
        assertThat(life.isAlive()).isFalse();
    }

    @Test
    void hasASessionOfItsOwn() throws Exception {
        var life = start("sleep", "60");

        await().atMost(LONG).untilAsserted(() -> {
            var fields = stat(life.pid()).replaceFirst(".*\\) ", "").split(" ");
            assertThat(fields[3]).as("session").isEqualTo(Long.toString(life.pid()));
        });
    }

    private Life start(String... command) throws IOException {
        var life = Detached.start(List.of(command), Map.of(), directory, log());
        pid = life.pid();
        return life;
    }

    private Path log() {
        return directory.resolve("log");
    }

    private static String stat(long pid) throws IOException {
        return Files.readString(Path.of("/proc/" + pid + "/stat"));
    }
}
