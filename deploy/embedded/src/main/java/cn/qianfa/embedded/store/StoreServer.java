package cn.qianfa.embedded.store;

import ch.qos.logback.classic.Level;
import cn.qianfa.embedded.store.collection.Visits;
import cn.qianfa.embedded.store.commit.SafeBackend;
import cn.qianfa.embedded.store.commit.StoreCannotOpen;
import cn.qianfa.embedded.store.commit.StoreFile;
import de.bwaldvogel.mongo.MongoServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/** The store, listening on this machine only. */
public final class StoreServer implements AutoCloseable {

    static final String HOST = "127.0.0.1";

    /** Each connection has a thread until there are more: a commit makes its thread wait, and the more wait together the less each does. */
    private static final int CONNECTION_THREADS = 64;

    private final MongoServer server;
    private final SafeBackend backend;
    private final int port;
    private final Optional<Path> portFile;

    private StoreServer(MongoServer server, SafeBackend backend, int port, Optional<Path> portFile) {
        this.server = server;
        this.backend = backend;
        this.port = port;
        this.portFile = portFile;
    }

    /**
     * Opens the file and listens.
     *
     * @throws StoreCannotOpen if the port is taken, or the file cannot be opened
     */
    public static StoreServer start(StoreSettings settings) {
        quieten();
        var backend = new SafeBackend(StoreFile.in(settings.directory()));
        var server = new MongoServer(backend);
        try {
            server.bind(new InetSocketAddress(HOST, settings.port()), 1, CONNECTION_THREADS);
            int port = server.getLocalAddress().getPort();
            var portFile = settings.runDirectory().map(directory -> directory.resolve("store.port"));
            if (portFile.isPresent()) {
                announce(portFile.get(), port);
            }
            return new StoreServer(server, backend, port, portFile);
        } catch (Exception e) { // the binding throws checked exceptions it does not declare
            server.shutdownNow();
            if (e instanceof BindException) {
                throw new StoreCannotOpen(
                        "port " + settings.port() + " of " + HOST + " is taken (expected: a free port, or 0 for any)",
                        e);
            }
            throw new StoreCannotOpen("the store cannot listen on " + HOST + ": " + e.getMessage(), e);
        }
    }

    public int port() {
        return port;
    }

    /** For clients on this machine. */
    public String uri() {
        return "mongodb://" + HOST + ":" + port;
    }

    /** What queries have looked at so far. */
    public Visits visits() {
        return backend.visits();
    }

    /** Answers what has begun, puts everything on disk and closes the file. */
    @Override
    public void close() {
        server.shutdownNow();
        portFile.ifPresent(StoreServer::delete);
    }

    /** {@link StoreCommandLine} says what may be asked for. */
    public static void main(String[] arguments) {
        System.setProperty("logback.configurationFile", "cn/qianfa/embedded/store/logback.xml");
        StoreCommandLine.run(arguments);
    }

    private static void announce(Path file, int port) throws IOException {
        var unfinished = file.resolveSibling(file.getFileName() + ".new");
        Files.createDirectories(unfinished.toAbsolutePath().getParent());
        Files.writeString(unfinished, Integer.toString(port));
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LoggerFactory.getLogger(StoreServer.class).warn("{} is left behind", file, e);
        }
    }

    /** Each refusal goes to the client that asked; the library would also log it as an error, with its stack. */
    private static void quieten() {
        if (LoggerFactory.getLogger("de.bwaldvogel.mongo") instanceof ch.qos.logback.classic.Logger library) {
            library.setLevel(Level.ERROR); // it warns of every client that is still connected at the end
        }
        if (LoggerFactory.getLogger("de.bwaldvogel.mongo.wire.MongoWireProtocolHandler")
                instanceof ch.qos.logback.classic.Logger refusals) {
            refusals.setLevel(Level.OFF);
        }
    }
}
