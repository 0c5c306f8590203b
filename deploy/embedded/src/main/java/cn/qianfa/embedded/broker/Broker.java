package cn.qianfa.embedded.broker;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * A running Kafka broker on 127.0.0.1, for the one-machine installation and for tests:
 *
 * <pre>{@code
 * try (var broker = Broker.start(directory, 0)) {
 *     settings.put("bootstrap.servers", broker.bootstrapServers());
 * }
 * }</pre>
 *
 * <p>Started again on the same directory it goes on with the same records. Topics are never created by asking for them.
 */
public final class Broker implements AutoCloseable {
    private final Listeners listeners;
    private final BrokerDirectory directory;
    private final KafkaNode node;
    private final AtomicBoolean closed = new AtomicBoolean();

    private Broker(Listeners listeners, BrokerDirectory directory, KafkaNode node) {
        this.listeners = listeners;
        this.directory = directory;
        this.node = node;
    }

    /**
     * Starts a broker and returns once it answers requests.
     *
     * @param directory where its records lie; created and formatted if it is not there
     * @param port the port on 127.0.0.1, or 0 for a free one
     * @throws BrokerNotStarted saying in one sentence what was wrong; nothing is left running then
     */
    public static Broker start(Path directory, int port) {
        return start(directory, port, 0, _ -> {});
    }

    /** @param whenLost told once if a running broker had to give up, for instance because its disk was lost */
    static Broker start(Path directory, int port, int controllerPort, Consumer<String> whenLost) {
        QuietLogs.set();
        var listeners = Listeners.bind(port, controllerPort);
        try {
            return start(listeners, directory, whenLost);
        } catch (BrokerNotStarted e) {
            listeners.close();
            throw e;
        }
    }

    private static Broker start(Listeners listeners, Path path, Consumer<String> whenLost) {
        var directory = BrokerDirectory.open(path);
        try {
            directory.format();
            var node = KafkaNode.start(directory.path(), listeners, whenLost);
            return new Broker(listeners, directory, node);
        } catch (BrokerNotStarted e) {
            directory.close();
            throw e;
        }
    }

    /** The address clients start from, {@code 127.0.0.1:PORT}. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port();
    }

    /** The port it listens on, chosen by the machine if 0 was asked for. */
    public int port() {
        return listeners.port();
    }

    /** Stops cleanly: what was acknowledged is on disk, and the directory may be opened again. */
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        node.stop();
        listeners.close();
        directory.close();
    }
}
