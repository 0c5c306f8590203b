package cn.qianfa.e2e.watch;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A program of Debian's packages, as the PATH has it. */
record Program(String name, Path file) {
    private static final long LONGEST = 60;

    /** A program at work, with everything it says in a file. */
    record Running(Process process, Path output) implements AutoCloseable {
        String said() {
            try {
                return Files.readString(output);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public void close() {
            process.destroyForcibly();
            try {
                process.waitFor(LONGEST, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** What a program said, and how it ended. */
    record Answer(int code, String said) {}

    /** Where one of them is missing the test is reported as not run, by name. */
    static void mustBeThere(String... names) {
        for (var name : names) {
            assumeTrue(
                    find(name).isPresent(),
                    "NOT RUN: %s is not on the PATH (PATH=\"$(.ci/prometheus):$PATH\" with Debian's apt-get fetches it; its packages are prometheus and prometheus-alertmanager)"
                            .formatted(name));
        }
    }

    static Program named(String name) {
        return find(name).orElseThrow();
    }

    private static Optional<Program> find(String name) {
        for (var directory : System.getenv().getOrDefault("PATH", "").split(":")) {
            var file = Path.of(directory.isEmpty() ? "." : directory, name);
            if (Files.isExecutable(file) && !Files.isDirectory(file)) {
                return Optional.of(new Program(name, file.toAbsolutePath()));
            }
        }
        return Optional.empty();
    }

    Answer run(Path directory, String... arguments) throws IOException, InterruptedException {
        try (var running = start(directory, arguments)) {
            if (!running.process().waitFor(LONGEST, TimeUnit.SECONDS)) {
                throw new AssertionError(name + " did not end: " + running.said());
            }
            return new Answer(running.process().exitValue(), running.said());
        }
    }

    Running start(Path directory, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(file.toString()));
        command.addAll(List.of(arguments));
        var output = Files.createTempFile(name, ".out");
        output.toFile().deleteOnExit();
        return new Running(
                new ProcessBuilder(command)
                        .directory(directory.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start(),
                output);
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
