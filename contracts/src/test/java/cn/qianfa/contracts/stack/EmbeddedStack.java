package cn.qianfa.contracts.stack;

import cn.qianfa.embedded.broker.Broker;
import cn.qianfa.embedded.store.StoreServer;
import cn.qianfa.embedded.store.StoreSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A broker and a store of a test's own, on free ports, in a temporary directory. Either may be stopped for a while. */
public final class EmbeddedStack implements AutoCloseable {
    private final Path directory;
    private Broker broker;
    private StoreServer store;

    private EmbeddedStack(Path directory) {
        this.directory = directory;
        broker = Broker.start(directory.resolve("kafka"), 0);
        store = StoreServer.start(StoreSettings.in(directory.resolve("store")));
    }

    public static EmbeddedStack start() {
        try {
            return new EmbeddedStack(Files.createTempDirectory("qianfa"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    public String mongoUri() {
        return store.uri();
    }

    /** What a service is told about where its broker and store are. */
    public Map<String, Object> settings() {
        return Map.of("spring.kafka.bootstrap-servers", bootstrapServers(), "spring.mongodb.uri", mongoUri());
    }

    /** The same as arguments of a process. */
    public List<String> arguments() {
        return settings().entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toList();
    }

    public void withoutBroker(Runnable meanwhile) {
        var port = broker.port();
        broker.close();
        try {
            meanwhile.run();
        } finally {
            broker = Broker.start(directory.resolve("kafka"), port);
        }
    }

    public void withoutStore(Runnable meanwhile) {
        var port = store.port();
        store.close();
        try {
            meanwhile.run();
        } finally {
            store = StoreServer.start(new StoreSettings(port, directory.resolve("store"), Optional.empty()));
        }
    }

    /** Something takes connections where the store was, and never says a word. */
    public void withSilentStore(Runnable meanwhile) {
        var port = store.port();
        withoutStore(() -> {
            try (var _ = new ServerSocket(port, 0, InetAddress.getLoopbackAddress())) {
                meanwhile.run();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** The store as it is now, for {@link #putBack}; it is closed while it is copied. */
    public Path copyOfTheStore() {
        var copy = directory.resolve("copy");
        withoutStore(() -> copy(directory.resolve("store"), copy));
        return copy;
    }

    /** The store becomes what it was; the broker's log stays as it is. */
    public void putBack(Path copy) {
        withoutStore(() -> copy(copy, directory.resolve("store")));
    }

    private static void copy(Path from, Path to) {
        try {
            Files.createDirectories(to);
            Files.copy(from.resolve("store.mv"), to.resolve("store.mv"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        broker.close();
        store.close();
    }
}
