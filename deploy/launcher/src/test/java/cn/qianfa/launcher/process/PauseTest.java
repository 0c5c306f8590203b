package cn.qianfa.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PauseTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    Path directory;

    @SuppressWarnings("NullAway.Init") // begun before each test
    private Process writer;

    @BeforeEach
    void write() throws IOException {
        writer = new ProcessBuilder("sh", "-c", "while :; do echo line; done")
                .redirectOutput(file().toFile())
                .start();
        await().atMost(LONG).until(() -> size() > 0);
    }

    @AfterEach
    void end() {
        writer.destroyForcibly();
    }

    private Path file() {
        return directory.resolve("lines");
    }

    private long size() throws IOException {
        return Files.size(file());
    }

    private Life life() {
        return Life.of(writer.pid()).orElseThrow();
    }

    @Test
    void letsNobodyWriteAndThenGoOn() throws Exception {
        long still;
        try (var _ = Pause.of(List.of(life()))) {
            still = size();
            for (var look = 0; look < 50; look++) {
                Thread.onSpinWait();
                assertThat(size()).isEqualTo(still);
            }
        }

        await().atMost(LONG).until(() -> size() > still);
    }

    @Test
    void asksNothingOfAProcessThatHasEnded() throws Exception {
        var life = life();
        writer.destroyForcibly().waitFor();

        try (var _ = Pause.of(List.of(life))) {
            assertThat(life.isAlive()).isFalse();
        }
    }
}
