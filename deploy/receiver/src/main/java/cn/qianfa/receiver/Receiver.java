package cn.qianfa.receiver;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Listens for alerts on 127.0.0.1 until it is stopped; {@code deploy/receive} starts it. */
public final class Receiver implements AutoCloseable {
    private static final int REFUSED = 1;
    private static final int NOT_UNDERSTOOD = 2;
    private static final int WAITING = 50;

    private final HttpServer server;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

    private Receiver(HttpServer server) {
        this.server = server;
    }

    static void main(String... arguments) {
        // Whoever sends half a request does not hold a connection for ever; the server reads this once, when it is
        // loaded.
        System.setProperty("sun.net.httpserver.maxReqTime", "10");
        System.setProperty("sun.net.httpserver.maxRspTime", "10");
        var messages =
                Messages.in(Optional.ofNullable(System.getenv("QIANFA_LANG")).orElse("zh"));
        var board = new Board(messages, utf8(System.out), utf8(System.err));
        if (arguments.length > 0) {
            board.err().println(messages.text("usage"));
            System.exit(NOT_UNDERSTOOD);
        }
        try {
            var receiver = open(ReceiverSettings.from(System.getenv()), board, InstantSource.system());
            Runtime.getRuntime().addShutdownHook(new Thread(receiver::close));
        } catch (Refused e) {
            board.err().println(e.in(messages));
            System.exit(REFUSED);
        }
    }

    private static PrintStream utf8(PrintStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }

    /** Listens once this returns, and has said where. */
    static Receiver open(ReceiverSettings settings, Board board, InstantSource clock) {
        var desk = new Desk(new Seal(settings.key(), clock), board, clock);
        try {
            var address = new InetSocketAddress(InetAddress.getByName("127.0.0.1"), settings.port());
            var receiver = new Receiver(HttpServer.create(address, WAITING));
            receiver.server.createContext("/", desk);
            receiver.server.setExecutor(receiver.workers);
            receiver.server.start();
            board.opened("http://127.0.0.1:" + receiver.port() + "/");
            return receiver;
        } catch (IOException e) {
            throw new Refused("port.taken", settings.port(), e);
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdown();
    }
}
