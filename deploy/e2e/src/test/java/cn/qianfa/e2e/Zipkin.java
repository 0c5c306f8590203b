package cn.qianfa.e2e;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The real Zipkin, on this machine's loopback address, with nothing kept but in memory. */
record Zipkin(Process process, Path output, int port) implements AutoCloseable {
    private static final String VERSION = "3.4.4";
    private static final Duration LONG = Duration.ofSeconds(120);
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final int FOUND = 200;

    /** Where it is missing the test is reported as not run, by name: it is 87 MB, so a build does not fetch it. */
    static Path jar() {
        var named = System.getenv("ZIPKIN_JAR");
        var jar = named == null
                ? Path.of(
                        System.getProperty("user.home"),
                        ".m2/repository/io/zipkin/zipkin-server/%1$s/zipkin-server-%1$s-exec.jar".formatted(VERSION))
                : Path.of(named);
        assumeTrue(
                Files.isRegularFile(jar),
                "NOT RUN: one trace in a real Zipkin (no zipkin-server %s; .ci/zipkin fetches it, ZIPKIN_JAR names it)"
                        .formatted(VERSION));
        return jar;
    }

    static Zipkin start(Path jar, int port) throws IOException {
        var output = Files.createTempFile("zipkin", ".out");
        output.toFile().deleteOnExit();
        var process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-Xmx160m",
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.net.preferIPv4Stack=true",
                        "-jar",
                        jar.toString(),
                        "--armeria.ports[0].ip=127.0.0.1",
                        "--armeria.ports[0].port=" + port,
                        "--armeria.ports[0].protocols[0]=http"))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        var zipkin = new Zipkin(process, output, port);
        await("Zipkin").atMost(LONG).pollInterval(LOOK).until(() -> zipkin.answers("/health"));
        return zipkin;
    }

    private boolean answers(String path) throws IOException, InterruptedException {
        if (!process.isAlive()) {
            throw new AssertionError(Files.readString(output));
        }
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request(path), BodyHandlers.discarding()).statusCode() == FOUND;
        } catch (IOException _) {
            return false; // it does not listen yet
        }
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(LONG)
                .build();
    }

    /** The spans of a trace it knows of so far. */
    List<JsonNode> spans(String trace) {
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request("/api/v2/trace/" + trace), BodyHandlers.ofString());
            return answer.statusCode() == FOUND
                    ? JsonMapper.shared().readTree(answer.body()).valueStream().toList()
                    : List.of();
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor(LONG.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
