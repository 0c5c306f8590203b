package cn.qianfa.embedded.broker;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The broker as users run it: a process of its own, whose output goes to a file. */
record BrokerProcess(Process process, Path output) implements AutoCloseable {
    static BrokerProcess start(Path output, String... options) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                BrokerServer.class.getName()));
        command.addAll(List.of(options));
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return new BrokerProcess(process, output);
    }

    /** Waits for the broker's own word that it answers, and returns its address. */
    String address() {
        var prefix = "broker listening on ";
        await().atMost(Duration.ofSeconds(60)).until(() -> !process.isAlive() || said().contains(prefix));
        return said().lines()
                .filter(line -> line.startsWith(prefix))
                .map(line -> line.substring(prefix.length()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the broker did not start: " + said()));
    }

    /** Waits for its end: the exit code. */
    int end() {
        await().atMost(Duration.ofSeconds(60)).until(() -> !process.isAlive());
        return process.exitValue();
    }

    /** The sentences it spoke, without the virtual machine's warnings. */
    String said() {
        try {
            return String.join(
                    "\n",
                    Files.readString(output)
                            .lines()
                            .filter(line -> !line.startsWith("WARNING: "))
                            .toList());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** kill -9. */
    void kill() {
        process.destroyForcibly();
        end();
    }

    /** SIGTERM. */
    int terminate() {
        process.destroy();
        return end();
    }

    @Override
    public void close() {
        kill();
    }
}
