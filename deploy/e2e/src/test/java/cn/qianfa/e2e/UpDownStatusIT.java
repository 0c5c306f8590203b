package cn.qianfa.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The life of one installation, as the one who runs it sees it. */
class UpDownStatusIT {
    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    Path directory;

    @AfterEach
    void endWhatIsLeft() {
        Scripts.of(directory).endEverything();
    }

    @Test
    void startsSaysHowItIsGoesOnAndStops() throws Exception {
        var scripts = Scripts.of(directory);

        startsWhileASecondCallIsRefused(scripts);
        var before = Traces.leave(scripts.port("broker"), scripts.port("store"));
        saysThatEverythingRuns(scripts);
        saysWhatHasDiedAndRestartsOnlyThat(scripts);
        stopsEverything(scripts);
        goesOnWithTheSameData(scripts, before);
        stopsEverything(scripts);
    }

    private void startsWhileASecondCallIsRefused(Scripts scripts) throws Exception {
        var first = scripts.start("up");
        await().atMost(LONG).until(() -> first.said().contains("Starting: store broker"));

        var second = scripts.run("up");
        var down = scripts.run("down");

        assertThat(second.code()).isEqualTo(1);
        assertThat(second.said())
                .isEqualTo("Another deploy/up or deploy/down is at work on " + scripts.home()
                        + " (expected: one at a time); wait for it to end and try again.\n");
        assertThat(down.code()).isEqualTo(1);
        var answer = first.answer();
        assertThat(answer.code()).as(answer.said()).isZero();
        assertThat(answer.said())
                .contains("Starting: approval rules monitoring gateway")
                .contains("Qianfa is ready: http://127.0.0.1:" + scripts.port("gateway"))
                .contains("Sign in as admin with the password "
                        + Files.readString(scripts.home().resolve("secrets/admin.password"))
                                .strip());
        for (var service : List.of("gateway", "approval", "rules", "monitoring")) {
            assertThat(readiness(scripts.port(service + "-management")))
                    .as(service)
                    .isEqualTo(200);
        }
    }

    private void saysThatEverythingRuns(Scripts scripts) throws Exception {
        var pids = scripts.running();
        assertThat(pids).hasSize(6);

        var up = scripts.run("up");
        var status = scripts.run("status");

        assertThat(up.code()).as(up.said()).isZero();
        assertThat(up.said()).contains("Everything is running.").doesNotContain("with the password");
        assertThat(scripts.running()).containsExactlyInAnyOrderElementsOf(pids);
        assertThat(status.code()).as(status.said()).isZero();
        assertThat(status.said()).contains("Everything is up.").hasLineCount(7);
    }

    private void saysWhatHasDiedAndRestartsOnlyThat(Scripts scripts) throws Exception {
        var pids = scripts.running();
        var rules = Scripts.pid(scripts.run("status"), "rules");
        ProcessHandle.of(rules).ifPresent(ProcessHandle::destroyForcibly);
        await().atMost(LONG).until(() -> !scripts.running().contains(rules));

        var status = scripts.run("status");
        var up = scripts.run("up");

        assertThat(status.code()).isEqualTo(1);
        assertThat(status.said()).containsPattern("rules +has ended \\(process " + rules + "\\)");
        assertThat(up.code()).as(up.said()).isZero();
        assertThat(up.said()).contains("Starting: rules\n");
        assertThat(scripts.running())
                .hasSize(6)
                .doesNotContain(rules)
                .containsAll(pids.stream().filter(pid -> pid != rules).toList());
    }

    private void stopsEverything(Scripts scripts) throws Exception {
        var down = scripts.run("down");

        assertThat(down.code()).as(down.said()).isZero();
        assertThat(down.said())
                .containsSubsequence("Stopping: approval", "Stopping: broker", "Stopping: store", "data is kept")
                .doesNotContain("killed");
        assertThat(scripts.running()).isEmpty();
        assertThat(scripts.home().resolve("run")).isEmptyDirectory();
        assertThat(scripts.run("status").code()).isEqualTo(1);
        assertThat(scripts.run("down").said()).isEqualTo("Nothing was running.\n");
    }

    private void goesOnWithTheSameData(Scripts scripts, Traces before) throws Exception {
        var up = scripts.run("up");

        assertThat(up.code()).as(up.said()).isZero();
        assertThat(up.said()).contains("the password is in ").doesNotContain("with the password");
        assertThat(Traces.find(scripts.port("broker"), scripts.port("store"))).isEqualTo(before);
    }

    private static int readiness(int port) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var address = URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness");
            return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding())
                    .statusCode();
        }
    }
}
