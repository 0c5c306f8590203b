package cn.qianfa.e2e;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;

/** Three brokers that are a cluster as an operator would set one up: Kafka's own program, from the jars of the product. */
final class Brokers implements AutoCloseable {
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final int COUNT = 3;
    private static final String SETTINGS = """
            process.roles=broker,controller
            node.id=%d
            controller.quorum.voters=%s
            listeners=CLIENTS://127.0.0.1:%s,CONTROLLER://127.0.0.1:%s
            listener.security.protocol.map=CLIENTS:PLAINTEXT,CONTROLLER:PLAINTEXT
            inter.broker.listener.name=CLIENTS
            controller.listener.names=CONTROLLER
            log.dirs=%s
            auto.create.topics.enable=false
            default.replication.factor=3
            min.insync.replicas=2
            offsets.topic.replication.factor=3
            offsets.topic.num.partitions=6
            transaction.state.log.replication.factor=3
            share.coordinator.state.topic.replication.factor=3
            group.initial.rebalance.delay.ms=0
            """;

    private final Path directory;
    private final List<String> program;
    private final List<String> ports;
    private final List<Process> running = new ArrayList<>();

    private Brokers(Path directory, List<String> program, List<String> ports) {
        this.directory = directory;
        this.program = program;
        this.ports = ports;
    }

    /** @param root of the sources, where the product was built */
    static Brokers start(Path root, Path directory) throws Exception {
        var embedded = root.resolve("deploy/embedded/target");
        var program = List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dlogback.configurationFile=cn/qianfa/embedded/broker/logback.xml",
                "-cp",
                embedded.resolve("lib") + "/*:" + embedded.resolve("embedded-0.1.0-SNAPSHOT.jar"));
        List<String> ports = new ArrayList<>();
        for (var port = 0; port < 2 * COUNT; port++) {
            ports.add(Town.freePort());
        }
        var brokers = new Brokers(directory, program, ports);
        brokers.format();
        for (var node = 1; node <= COUNT; node++) {
            brokers.running.add(
                    brokers.call(node, "kafka.Kafka", brokers.settings(node).toString()));
        }
        brokers.awaitAll();
        return brokers;
    }

    private void format() throws Exception {
        var cluster = UUID.randomUUID().toString();
        var voters = IntStream.rangeClosed(1, COUNT)
                .mapToObj(node -> node + "@127.0.0.1:" + controllerPort(node))
                .collect(joining(","));
        List<Process> formatting = new ArrayList<>();
        for (var node = 1; node <= COUNT; node++) {
            Files.writeString(
                    settings(node),
                    SETTINGS.formatted(node, voters, port(node), controllerPort(node), directory.resolve("k" + node)));
            formatting.add(call(
                    node,
                    "kafka.tools.StorageTool",
                    "format",
                    "--cluster-id",
                    cluster,
                    "--config",
                    settings(node).toString()));
        }
        for (var one : formatting) {
            assertThat(one.waitFor()).as(said(formatting.indexOf(one) + 1)).isZero();
        }
    }

    private Process call(int node, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(program);
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log(node).toFile()))
                .start();
    }

    private Path settings(int node) {
        return directory.resolve("broker-" + node + ".properties");
    }

    private Path log(int node) {
        return directory.resolve("broker-" + node + ".log");
    }

    private String said(int node) throws IOException {
        return Files.readString(log(node));
    }

    private String port(int node) {
        return ports.get(node - 1);
    }

    private String controllerPort(int node) {
        return ports.get(COUNT + node - 1);
    }

    String servers() {
        return IntStream.rangeClosed(1, COUNT)
                .mapToObj(node -> "127.0.0.1:" + port(node))
                .collect(joining(","));
    }

    private void awaitAll() throws IOException {
        for (var node = 1; node <= COUNT; node++) {
            assertThat(running.get(node - 1).isAlive()).as(said(node)).isTrue();
        }
        try (var admin = Admin.create(Map.of("bootstrap.servers", servers()))) {
            await().atMost(LONG)
                    .ignoreException(ExecutionException.class)
                    .until(() -> admin.describeCluster().nodes().get().size() == COUNT);
        }
    }

    /** As a power cut would. */
    void kill(int node) throws InterruptedException {
        running.get(node - 1).destroyForcibly().waitFor();
    }

    void startAgain(int node) throws IOException {
        running.set(node - 1, call(node, "kafka.Kafka", settings(node).toString()));
    }

    @Override
    public void close() {
        running.forEach(one -> one.destroyForcibly().onExit().join());
    }
}
