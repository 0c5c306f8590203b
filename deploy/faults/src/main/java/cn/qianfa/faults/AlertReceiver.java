package cn.qianfa.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.json.JsonMapper;

/** Takes every alert, on 127.0.0.1, and writes it down before it says so. */
final class AlertReceiver implements AutoCloseable {
    private static final int NO_CONTENT = 204;

    private final Journal journal;
    private final HttpServer server;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<String> rung = ConcurrentHashMap.newKeySet();

    AlertReceiver(Journal journal) throws IOException {
        this.journal = journal;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::take);
        server.setExecutor(workers);
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            var id = String.valueOf(exchange.getRequestHeaders().getFirst("webhook-id"));
            journal.add(Map.of("id", id, "body", JsonMapper.shared().readTree(body)));
            rung.add(id);
            exchange.sendResponseHeaders(NO_CONTENT, -1);
        }
    }

    /** Whether this alert was heard. */
    boolean heard(String alert) {
        return rung.contains(alert);
    }

    int count() {
        return rung.size();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdown();
    }
}
