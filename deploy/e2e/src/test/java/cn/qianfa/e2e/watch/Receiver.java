package cn.qianfa.e2e.watch;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Takes what Alertmanager sends to the operations team. */
final class Receiver implements AutoCloseable {
    private final HttpServer server;
    private final List<JsonNode> messages = new CopyOnWriteArrayList<>();

    Receiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            messages.add(JsonMapper.shared()
                    .readTree(new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** Every telling of this alert about this service, in the order in which they came. */
    Stream<JsonNode> told(String alert, String service) {
        return messages.stream()
                .flatMap(message -> message.path("alerts").valueStream())
                .filter(one -> one.path("labels").path("alertname").asString("").equals(alert))
                .filter(one -> one.path("labels").path("service").asString("").equals(service));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
