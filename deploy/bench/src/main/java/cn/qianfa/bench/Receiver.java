package cn.qianfa.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/** Takes the place of the demonstration's receiver of alerts, and notes when it was first told of each comment. */
final class Receiver implements AutoCloseable {
    private static final Pattern COMMENT = Pattern.compile("\"comment\":\"([0-9a-f-]{36})\"");
    private static final int NO_CONTENT = 204;
    private static final String USUAL_PORT = "8099";

    private final Map<String, Long> told = new ConcurrentHashMap<>();
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
                receiver.note(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
                exchange.sendResponseHeaders(NO_CONTENT, -1);
            }
        });
        server.start();
        return receiver;
    }

    private void note(String alert) {
        var comment = COMMENT.matcher(alert);
        if (comment.find()) {
            told.putIfAbsent(comment.group(1), System.nanoTime());
        }
    }

    boolean isTold(String comment) {
        return told.containsKey(comment);
    }

    boolean areTold(Collection<String> comments) {
        return told.keySet().containsAll(comments);
    }

    /** How long after that moment, by {@link System#nanoTime}, it was told of the comment; it must have been. */
    double millisecondsAfter(long moment, String comment) {
        return (requireNonNull(told.get(comment)) - moment) / 1e6;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
