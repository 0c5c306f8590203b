package cn.qianfa.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The public, the officer on duty and the receiver of the demonstration's health bureau. */
final class AlertTown implements AutoCloseable {
    private static final String OFFICER = "duty.health";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern POST = Pattern.compile("href=\"(/site/site\\.health/posts/[^\"]+)\"");
    private static final Pattern TICKET = Pattern.compile("name=\"ticket\" value=\"([^\"]*)\"");
    private static final Pattern ALERT = Pattern.compile("\"(?:id|alert)\":\"([0-9a-f-]{36}\\.1)\"");
    private static final Pattern COMMENT = Pattern.compile("\"comment\":\"([0-9a-f-]{36})\"");
    private static final int FOUND = 303;
    private static final int NO_CONTENT = 204;

    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final Map<String, Long> rung = new ConcurrentHashMap<>();
    private final Map<String, Long> streamed = new ConcurrentHashMap<>();
    private final HttpServer receiver;
    private final String address;
    private String page = "";

    /** When each way told of one comment, in milliseconds after it was sent. */
    record Told(double webhook, double stream) {}

    private AlertTown(HttpServer receiver, String address) {
        this.receiver = receiver;
        this.address = address;
    }

    static AlertTown open(Installation at) throws IOException, InterruptedException {
        var port = Integer.parseInt(System.getenv().getOrDefault("QIANFA_RECEIVER_PORT", "8099"));
        var receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        var town = new AlertTown(receiver, at.url("gateway"));
        receiver.createContext("/", exchange -> {
            try (exchange) {
                town.note(town.rung, new String(exchange.getRequestBody().readAllBytes(), UTF_8));
                exchange.sendResponseHeaders(NO_CONTENT, -1);
            }
        });
        receiver.start();
        town.signIn(at.passwordOf(OFFICER));
        town.listen();
        town.page = town.newestPost();
        return town;
    }

    private void note(Map<String, Long> where, String told) {
        var alert = ALERT.matcher(told);
        var comment = COMMENT.matcher(told);
        if (alert.find() && comment.find()) {
            where.putIfAbsent(comment.group(1), System.nanoTime());
        }
    }

    private void signIn(String password) throws IOException, InterruptedException {
        var body = "{\"name\":\"%s\",\"password\":\"%s\"}".formatted(OFFICER, password);
        var request = HttpRequest.newBuilder(URI.create(address + "/api/v1/session"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        require(200, client.send(request.build(), BodyHandlers.ofString()).statusCode());
    }

    private void listen() throws InterruptedException {
        var opened = new CompletableFuture<Void>();
        Thread.ofVirtual().start(() -> {
            try {
                var request = HttpRequest.newBuilder(URI.create(address + "/api/v1/alerts/stream"))
                        .build();
                client.send(request, BodyHandlers.ofLines()).body().forEach(line -> {
                    opened.complete(null);
                    note(streamed, line);
                });
            } catch (IOException | InterruptedException e) {
                opened.completeExceptionally(e);
            }
        });
        opened.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    private String newestPost() throws IOException, InterruptedException {
        var found = POST.matcher(get("/site/site.health"));
        if (!found.find()) {
            throw new IllegalStateException("site.health has no post (expected: one; walk through README once)");
        }
        return found.group(1);
    }

    private String get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address + path)).build();
        return client.send(request, BodyHandlers.ofString()).body();
    }

    /** Fetches the page of the post. @return milliseconds */
    double fetch() throws IOException, InterruptedException {
        var begun = System.nanoTime();
        get(page);
        return (System.nanoTime() - begun) / 1e6;
    }

    /** Sends a hostile comment and waits until it was told of both ways. */
    Told comment() throws IOException, InterruptedException {
        var ticket = TICKET.matcher(get(page));
        if (!ticket.find()) {
            throw new IllegalStateException("the form has no ticket");
        }
        var form = "ticket=%s&key=%s&text=%s"
                .formatted(
                        URLEncoder.encode(ticket.group(1), UTF_8),
                        UUID.randomUUID(),
                        URLEncoder.encode("一群骗子，明天我带刀去你们单位。", UTF_8));
        var request = HttpRequest.newBuilder(URI.create(address + page + "/comments"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        rung.clear();
        streamed.clear();
        var begun = System.nanoTime();
        require(FOUND, client.send(request, BodyHandlers.discarding()).statusCode());
        return new Told(await(rung, begun), await(streamed, begun));
    }

    private static double await(Map<String, Long> where, long begun) throws InterruptedException {
        while (where.isEmpty()) {
            if (System.nanoTime() - begun > PATIENCE.toNanos()) {
                throw new IllegalStateException("not told within " + PATIENCE);
            }
            Thread.sleep(1);
        }
        return (where.values().iterator().next() - begun) / 1e6;
    }

    private static void require(int expected, int status) {
        if (status != expected) {
            throw new IllegalStateException("status: %d (expected: %d)".formatted(status, expected));
        }
    }

    @Override
    public void close() {
        receiver.stop(0);
        client.shutdownNow();
    }
}
