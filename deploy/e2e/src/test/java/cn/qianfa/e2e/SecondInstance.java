package cn.qianfa.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.awaitility.core.ConditionTimeoutException;

/** A service once more beside the one the scripts started: the same jar, told the same but for its name and its ports. */
record SecondInstance(String part, Process process, Path log, Management management, int port)
        implements AutoCloseable {
    private static final Duration LONG = Duration.ofMinutes(3);

    /** @param otherwise what this one is told in the place of what the first was told */
    static SecondInstance beside(Scripts scripts, String part, Map<String, String> otherwise) throws IOException {
        return start(scripts, part, told(scripts.process(part), "cmdline"), otherwise);
    }

    /** As it was built before somebody invented a type of event. */
    static SecondInstance olderThan(String type, Scripts scripts, String part) throws IOException {
        var line = new ArrayList<>(told(scripts.process(part), "cmdline"));
        var jar = Path.of(line.removeLast());
        line.add(OlderBuild.of(jar, type, scripts.root(), scripts.outputs()).toString());
        return start(scripts, part, line, Map.of());
    }

    private static SecondInstance start(Scripts scripts, String part, List<String> line, Map<String, String> otherwise)
            throws IOException {
        var ports = List.of(Town.freePort(), Town.freePort());
        var log = Files.createTempFile(scripts.outputs(), part + "-2-", ".log");
        var builder = new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment(scripts.process(part)));
        builder.environment()
                .putAll(Map.of(
                        "SERVER_PORT", ports.getFirst(),
                        "MANAGEMENT_SERVER_PORT", ports.getLast(),
                        "QIANFA_DELIVERY_INSTANCE", part + "-2"));
        builder.environment().putAll(otherwise);
        return new SecondInstance(
                part,
                builder.start(),
                log,
                new Management(Integer.parseInt(ports.getLast())),
                Integer.parseInt(ports.getFirst()));
    }

    private static Map<String, String> environment(long pid) throws IOException {
        return told(pid, "environ").stream()
                .map(setting -> setting.split("=", 2))
                .collect(Collectors.toMap(setting -> setting[0], setting -> setting[1], (one, _) -> one, HashMap::new));
    }

    private static List<String> told(long pid, String file) throws IOException {
        var words = Files.readString(Path.of("/proc", Long.toString(pid), file), UTF_8);
        return Arrays.stream(words.split("\0")).toList();
    }

    SecondInstance ready() throws IOException {
        try {
            await().atMost(LONG).until(() -> !process.isAlive() || management.isReady());
        } catch (ConditionTimeoutException e) {
            throw new AssertionError("the second " + part + " is not ready: " + Files.readString(log), e);
        }
        assertThat(process.isAlive()).as(Files.readString(log)).isTrue();
        return this;
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    /** As a power cut would. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** As an operator ends it: what it is at, it finishes. */
    int end() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(LONG.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("the second " + part + " does not end");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
