package cn.qianfa.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/** One installation on data of its own, started by the script everybody starts it with. */
final class Town implements AutoCloseable {
    private static final Duration UP = Duration.ofMinutes(6);
    private static final Duration GONE = Duration.ofSeconds(10);
    private static final List<String> OTHERS = List.of("QIANFA_", "KAFKA_", "MONGODB_", "SPRING_", "MANAGEMENT_");

    private final Path root;
    private final Path directory;
    private final Map<String, String> settings;

    private Town(Path root, Path directory, Map<String, String> settings) {
        this.root = root;
        this.directory = directory;
        this.settings = settings;
    }

    /**
     * @param root of the sources
     * @param directory for its data and what the scripts say
     * @param more settings, environment variables
     */
    static Town in(Path root, Path directory, Map<String, String> more) {
        Map<String, String> settings = new HashMap<>();
        for (var part : List.of("GATEWAY", "APPROVAL", "RULES", "MONITORING")) {
            settings.put("QIANFA_" + part + "_PORT", "0");
            settings.put("QIANFA_" + part + "_MANAGEMENT_PORT", "0");
        }
        settings.put("QIANFA_KAFKA_PORT", "0");
        settings.put("QIANFA_STORE_PORT", "0");
        settings.put("QIANFA_DATA", directory.resolve("qianfa").toString());
        settings.put("QIANFA_BUILD", "never");
        settings.put("QIANFA_LANG", "en");
        settings.putAll(more);
        return new Town(root, directory, settings);
    }

    private Path home() {
        return directory.resolve("qianfa");
    }

    /** Starts what is not running. */
    void up(String... options) throws IOException, InterruptedException {
        script("up", options);
    }

    private void script(String name, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of("bash", root.resolve("deploy").resolve(name).toString()));
        command.addAll(List.of(options));
        var said = directory.resolve(name + ".out");
        var builder = new ProcessBuilder(command)
                .directory(root.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().keySet().removeIf(set -> OTHERS.stream().anyMatch(set::startsWith));
        builder.environment().putAll(settings);
        var process = builder.start();
        if (!process.waitFor(UP.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("deploy/%s: more than %s; %s".formatted(name, UP, Files.readString(said)));
        }
        if (process.exitValue() != 0) {
            throw new IllegalStateException("deploy/" + name + " refused: " + Files.readString(said));
        }
    }

    /** As a power cut would end it. @return its process number, if it ran */
    OptionalLong kill(Part part) {
        var pid = pid(part);
        if (pid.isEmpty() || !isOurs(pid.getAsLong())) {
            return OptionalLong.empty();
        }
        ProcessHandle.of(pid.getAsLong()).ifPresent(process -> {
            process.destroyForcibly();
            process.onExit().orTimeout(GONE.toSeconds(), TimeUnit.SECONDS).join();
        });
        return pid;
    }

    /** Numbers are given out again: only what was started on this data is ended. */
    private boolean isOurs(long pid) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), "environ"), StandardCharsets.ISO_8859_1)
                    .contains("QIANFA_DATA=" + home() + "\0");
        } catch (IOException _) {
            return false; // it has ended, or is somebody else's
        }
    }

    private OptionalLong pid(Part part) {
        var file = home().resolve("run").resolve(part.label() + ".process");
        if (!Files.exists(file)) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(Long.parseLong(properties(file).getProperty("pid")));
    }

    String gateway() {
        return "http://127.0.0.1:" + port("gateway");
    }

    /** A port as {@code run/ports.properties} tells it. */
    int port(String name) {
        return Integer.parseInt(
                properties(home().resolve("run/ports.properties")).getProperty(name));
    }

    private static Properties properties(Path file) {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String password(String person) {
        try {
            return Files.readString(home().resolve("secrets/demo").resolve(person))
                    .strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends what {@code up} started, whatever state it is in. */
    @Override
    public void close() {
        for (var part : Part.values()) {
            kill(part);
        }
    }
}
