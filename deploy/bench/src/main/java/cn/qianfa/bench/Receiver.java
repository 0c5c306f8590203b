package cn.qianfa.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;

/** Takes the place of the demonstration's receiver of alerts, and notes when it was first told of each comment. */
final class Receiver implements AutoCloseable {
    private static final int NO_CONTENT = 204;
    private static final String USUAL_PORT = "8099";

    private final Told told = new Told();
    private final HttpServer server;

    private Receiver(HttpServer server) {
        this.server = server;
    }

    static Receiver open() throws IOException {
        var port = Integer.parseInt(System.getenv().getOrDefault("QIANFA_RECEIVER_PORT", USUAL_PORT));
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        var receiver = new Receiver(server);
        server.createContext("/", exchange -> {
            try (exchange) {
                receiver.told.note(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
                exchange.sendResponseHeaders(NO_CONTENT, -1);
            }
        });
        server.start();
        return receiver;
    }

    Told told() {
        return told;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
