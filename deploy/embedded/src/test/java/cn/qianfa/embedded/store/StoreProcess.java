package cn.qianfa.embedded.store;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The server as a process of its own, on any free port. */
final class StoreProcess implements AutoCloseable {

    private static final String LISTENING = "store listening on 127.0.0.1:";

    private final Process process;
    private final int port;

    private StoreProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static StoreProcess start(Path directory, String... more) throws IOException {
        var process = run(directory, more);
        var output = process.inputReader();
        int port = port(output);
        // Whatever it says from here on is said here, and never fills the pipe.
        Thread.ofVirtual().start(() -> output.lines().forEach(System.out::println));
        return new StoreProcess(process, port);
    }

    /** Without waiting for it to listen. */
    static Process run(Path directory, String... more) throws IOException {
        var command = new ArrayList<>(command());
        command.addAll(List.of("--directory", directory.toString()));
        command.addAll(List.of(more));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    /** How to start the server's {@code main} with this JVM. */
    static List<String> command() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                StoreServer.class.getName());
    }

    MongoClient client() {
        return MongoClients.create("mongodb://127.0.0.1:" + port + "/?serverSelectionTimeoutMS=60000");
    }

    Process process() {
        return process;
    }

    /** {@code kill -9}: the process gets no chance to finish anything. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** {@code SIGTERM}. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("the store did not stop within 60 s");
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static int port(BufferedReader output) throws IOException {
        var said = new StringBuilder();
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(LISTENING)) {
                return Integer.parseInt(line.substring(LISTENING.length()));
            }
            said.append(line).append('\n');
        }
        throw new IllegalStateException("the store did not start: " + said);
    }

    static String output(Process process) throws IOException {
        try (var output = process.inputReader()) {
            return String.join("\n", output.lines().toList());
        }
    }

    static int port(Path runDirectory) throws IOException {
        return Integer.parseInt(Files.readString(runDirectory.resolve("store.port")));
    }
}
