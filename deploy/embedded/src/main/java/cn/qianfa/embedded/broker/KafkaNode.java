package cn.qianfa.embedded.broker;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import kafka.server.BrokerServer;
import kafka.server.ControllerServer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.Server;
import kafka.server.SharedServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.server.fault.FaultHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Kafka's broker and controller in this process. Put together as Kafka's own {@code KafkaRaftServer} does, but with our
 * sockets, and with faults reported to us where Kafka would halt the process without a word.
 */
final class KafkaNode {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaNode.class);

    private final Consumer<String> whenLost;
    private final CompletableFuture<Void> started = new CompletableFuture<>();
    private final ControllerServer controller;
    private final BrokerServer broker;

    private KafkaNode(KafkaConfig config, Listeners listeners, Consumer<String> whenLost) {
        this.whenLost = whenLost;
        var found = KafkaRaftServer.initializeLogDirs(config, LOG, "");
        var shared = new SharedServer(
                config,
                found._1(),
                Time.SYSTEM,
                Server.initializeMetrics(
                        config, Time.SYSTEM, found._1().clusterId().orElseThrow()),
                CompletableFuture.completedFuture(Map.of(KafkaSettings.NODE, listeners.controllerAddress())),
                List.of(),
                (name, fatal, action) -> faults(name, fatal, action),
                listeners);
        controller = new ControllerServer(shared, KafkaRaftServer.configSchema(), found._2());
        broker = new BrokerServer(shared);
    }

    static KafkaNode start(Path directory, Listeners listeners, Consumer<String> whenLost) {
        var settings = KafkaSettings.of(directory, listeners);
        try {
            var node = new KafkaNode(KafkaConfig.fromProps(settings, false), listeners, whenLost);
            node.start("127.0.0.1:" + listeners.port());
            return node;
        } catch (RuntimeException e) {
            throw BrokerDirectory.damaged(directory, reason(e), e);
        }
    }

    private void start(String address) {
        Thread.ofPlatform().name("broker-start").daemon().start(() -> startUp(address));
        try {
            started.join();
        } catch (CompletionException e) {
            stop();
            throw e;
        }
    }

    private void startUp(String address) {
        try {
            controller.startup();
            broker.startup();
            ask(address);
            started.complete(null);
        } catch (Throwable e) { // Kafka throws what it likes, Scala's errors included
            started.completeExceptionally(e);
        }
    }

    /** Started is what a client sees, not what the broker says of itself. */
    private static void ask(String address) throws ExecutionException, InterruptedException {
        try (var client = Admin.create(Map.of("bootstrap.servers", address))) {
            client.describeCluster().nodes().get();
            client.listTopics().names().get();
        }
    }

    private FaultHandler faults(String name, boolean fatal, Runnable action) {
        return (what, cause) -> {
            action.run();
            LOG.error("{}: {}", name, what, cause);
            var fault = new IllegalStateException(name + ": " + what, cause);
            if (fatal && !started.completeExceptionally(fault)) {
                whenLost.accept(name + ": " + what + (cause == null ? "" : ": " + cause.getMessage()));
            }
            return fault;
        };
    }

    /** The innermost cause says what was wrong with the records; the outer ones say only where it was noticed. */
    private static String reason(Throwable e) {
        var innermost = e;
        for (var cause = e; cause != null; cause = cause.getCause()) {
            innermost = cause;
        }
        return innermost.getClass().getSimpleName() + ": " + innermost.getMessage();
    }

    /** The broker first: its orderly goodbye needs the controller. */
    void stop() {
        broker.shutdown();
        controller.shutdown();
        broker.awaitShutdown();
        controller.awaitShutdown();
    }
}
