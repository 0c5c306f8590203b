package cn.qianfa.gateway.running;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A service behind the gateway, which remembers what it was sent and says what it is told to say. */
public final class Behind implements AutoCloseable {
    private final String name;
    private final HttpServer server;
    private final CopyOnWriteArrayList<Sent> sent = new CopyOnWriteArrayList<>();
    private volatile Saying saying = Behind::plainly;
    private final CountDownLatch over = new CountDownLatch(1);

    /** A request as it arrived. */
    public record Sent(String method, URI uri, Headers headers, String body) {}

    /** How it answers. */
    public interface Saying {
        void answer(HttpExchange exchange) throws IOException;
    }

    Behind(String name) {
        this.name = name;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            sent.add(new Sent(
                    exchange.getRequestMethod(), exchange.getRequestURI(), exchange.getRequestHeaders(), body));
            try (exchange) {
                exchange.getResponseHeaders().set("X-Answered-By", name);
                saying.answer(exchange);
            }
        });
        server.start();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public Sent last() {
        return sent.getLast();
    }

    public int count() {
        return sent.size();
    }

    public void says(Saying how) {
        saying = how;
    }

    public void saysPlainly() {
        saying = Behind::plainly;
    }

    private static void plainly(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        write(exchange, 200, "{\"said\":true}");
    }

    public static void write(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /** One event at once, and nothing more for as long as the test runs. */
    public void saysOneEventAndWaits() {
        says(exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("event: snapshot\ndata: {}\n\n".getBytes(UTF_8));
            exchange.getResponseBody().flush();
            waitForTheEnd();
        });
    }

    public void waitForTheEnd() {
        try {
            over.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        over.countDown();
        server.stop(0);
    }
}
