package cn.qianfa.embedded.broker;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;
import org.jspecify.annotations.Nullable;

/** Where the broker's records lie: locked against a second broker, formatted once, never formatted over records. */
final class BrokerDirectory implements AutoCloseable {
    private static final String LOCK = "qianfa.lock";

    private final Path path;
    private final FileChannel lock;

    private BrokerDirectory(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    static BrokerDirectory open(Path path) {
        try {
            Files.createDirectories(path);
            return new BrokerDirectory(path, locked(path));
        } catch (IOException e) {
            throw new BrokerNotStarted(
                    "the directory " + path + " cannot be written: " + e
                            + " (expected: a directory of this user); give it to this user or choose another with --directory",
                    e);
        }
    }

    private static FileChannel locked(Path path) throws IOException {
        var channel = FileChannel.open(path.resolve(LOCK), CREATE, WRITE);
        if (isLocked(channel)) {
            return channel;
        }
        channel.close();
        throw new BrokerNotStarted("the directory " + path
                + " is in use by another broker (expected: one broker per directory); stop that one first");
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException _) {
            return false;
        }
    }

    Path path() {
        return path;
    }

    /** Formats an empty directory; a formatted one is left as it is, one that lost its identity is refused. */
    void format() {
        var identity = path.resolve("meta.properties");
        if (Files.exists(identity)) {
            return;
        }
        if (Files.exists(path.resolve("__cluster_metadata-0"))) {
            throw damaged(path, "it holds records but no " + identity.getFileName(), null);
        }
        try {
            new Formatter()
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(KafkaSettings.NODE)
                    .addDirectory(path.toString())
                    .setMetadataLogDirectory(path.toString())
                    .setControllerListenerName(Listeners.CONTROLLER)
                    .setIgnoreFormatted(true)
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
                    .run();
        } catch (Exception e) { // declared so by Kafka; every one of them means the same here
            throw damaged(path, "it cannot be formatted: " + e.getMessage(), e);
        }
    }

    static BrokerNotStarted damaged(Path path, String what, @Nullable Throwable cause) {
        return new BrokerNotStarted(
                "the broker's records in " + path + " cannot be used: " + what
                        + " (expected: a directory as a broker left it, or an empty one);"
                        + " restore it together with the store from one back-up",
                cause);
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new IllegalStateException("the lock of " + path + " does not close", e);
        }
    }
}
