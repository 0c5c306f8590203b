package cn.qianfa.e2e;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The scripts of one source tree, called with the settings of one installation and none of the caller's own.
 *
 * @param root of the sources
 * @param settings environment variables
 */
public record Scripts(Path root, Path outputs, Map<String, String> settings) {
    private static final Duration LONG = Duration.ofMinutes(5);

    /** A script at work. */
    record Call(Process process, Path output) {
        /** Everything it said so far. */
        String said() {
            try {
                return Files.readString(output);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }

        Answer answer() {
            await().atMost(LONG).until(() -> !process.isAlive());
            return new Answer(process.exitValue(), said());
        }
    }

    /** What a script said, and how it ended. */
    record Answer(int code, String said) {}

    /** This tree, its ports chosen freely, told in English. */
    static Scripts of(Path directory) {
        Map<String, String> settings = new HashMap<>();
        for (var part : List.of("GATEWAY", "APPROVAL", "RULES", "MONITORING")) {
            settings.put("QIANFA_" + part + "_PORT", "0");
            settings.put("QIANFA_" + part + "_MANAGEMENT_PORT", "0");
        }
        settings.put("QIANFA_KAFKA_PORT", "0");
        settings.put("QIANFA_STORE_PORT", "0");
        settings.put("QIANFA_DATA", directory.resolve("qianfa").toString());
        settings.put("QIANFA_BUILD", "never"); // these tests are part of the build
        settings.put("QIANFA_LANG", "en");
        var root = Path.of("../..").toAbsolutePath().normalize();
        return new Scripts(root, directory, settings);
    }

    Scripts with(String name, String value) {
        Map<String, String> changed = new HashMap<>(settings);
        changed.put(name, value);
        return new Scripts(root, outputs, changed);
    }

    Scripts in(Path otherRoot) {
        return new Scripts(otherRoot, outputs, settings);
    }

    Path home() {
        return Path.of(settings.getOrDefault("QIANFA_DATA", ""));
    }

    Answer run(String script, String... arguments) throws IOException {
        return start(script, arguments).answer();
    }

    Call start(String script, String... arguments) throws IOException {
        // As from a terminal: a build in the background ignores Ctrl-C, and whatever it starts would do so too.
        List<String> command = new ArrayList<>(List.of("/usr/bin/env", "--default-signal=INT", "bash"));
        command.add(root.resolve("deploy").resolve(script).toString());
        command.addAll(List.of(arguments));
        return call(command);
    }

    /** Any command, in the root of the sources and with these settings. */
    Call call(List<String> command) throws IOException {
        var output = Files.createTempFile(outputs, "call", ".out");
        var builder = new ProcessBuilder(command)
                .directory(root.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment()
                .keySet()
                .removeIf(name -> name.startsWith("QIANFA_")
                        || name.startsWith("KAFKA_")
                        || name.startsWith("MONGODB_")
                        || name.startsWith("SPRING_"));
        builder.environment().putAll(settings);
        return new Call(builder.start(), output);
    }

    /** The parts that run on this installation's data. */
    List<Long> running() {
        var home = home();
        // Broker and store know the directory from their command line, services from their environment.
        return processes(pid -> told(pid, "cmdline").contains(home + "/")
                || told(pid, "environ").contains("QIANFA_SECRETS=" + home + "/"));
    }

    /** For the end of a test, whatever became of it: also scripts, and what was started beside the parts. */
    void endEverything() {
        var parts = running();
        var others = processes(pid -> told(pid, "environ").contains("QIANFA_DATA=" + home() + "\0"));
        Stream.concat(others.stream(), parts.stream())
                .flatMap(pid -> ProcessHandle.of(pid).stream())
                .forEach(ProcessHandle::destroyForcibly);
    }

    private static List<Long> processes(Predicate<Long> wanted) {
        return ProcessHandle.allProcesses()
                .map(ProcessHandle::pid)
                .filter(pid -> pid != ProcessHandle.current().pid())
                .filter(wanted)
                .toList();
    }

    private static String told(long pid, String file) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), file), StandardCharsets.ISO_8859_1);
        } catch (IOException _) {
            return ""; // it is somebody else's, or it has ended meanwhile
        }
    }

    /** A process number as {@code deploy/status} tells it. */
    static long pid(Answer status, String part) {
        return status.said()
                .lines()
                .filter(line -> line.startsWith(part + " "))
                .map(line -> Long.parseLong(line.replaceFirst(".*\\(process (\\d+).*", "$1")))
                .findFirst()
                .orElseThrow();
    }

    /** The process number of a part as {@code run/} has it. */
    long process(String part) throws IOException {
        return Files.readAllLines(home().resolve("run").resolve(part + ".process")).stream()
                .filter(line -> line.startsWith("pid="))
                .map(line -> Long.parseLong(line.substring("pid=".length())))
                .findFirst()
                .orElseThrow();
    }

    /** A port as {@code run/ports.properties} tells it. */
    public int port(String name) throws IOException {
        return Files.readAllLines(home().resolve("run/ports.properties")).stream()
                .filter(line -> line.startsWith(name + "="))
                .map(line -> Integer.parseInt(line.substring(name.length() + 1)))
                .findFirst()
                .orElseThrow();
    }
}
