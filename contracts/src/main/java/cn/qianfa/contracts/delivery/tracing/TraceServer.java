package cn.qianfa.contracts.delivery.tracing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** Tells a trace server, some at once and after the fact. Work never waits for it: what it cannot take is forgotten. */
final class TraceServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TraceServer.class);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int MOST_KEPT = 10_000;
    private static final int AT_ONCE = 500;
    private static final long GATHERED_MILLIS = 200;
    private static final int SUCCESSES = 2;
    private static final int HUNDRED = 100;

    private final URI address;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final BlockingQueue<Spans.Span> kept = new ArrayBlockingQueue<>(MOST_KEPT);
    private final AtomicBoolean away = new AtomicBoolean();
    private final Thread teller;
    private volatile boolean closing;

    TraceServer(URI address) {
        this.address = address;
        this.teller = Thread.ofVirtual().name("trace-server").start(this::tellAll);
    }

    void tell(Spans.Span span) {
        if (!kept.offer(span)) {
            away("%d spans wait".formatted(MOST_KEPT));
        }
    }

    private void tellAll() {
        try {
            while (!closing || !kept.isEmpty()) {
                var first = kept.poll(GATHERED_MILLIS, TimeUnit.MILLISECONDS);
                if (first != null) {
                    List<Spans.Span> some = new ArrayList<>(List.of(first));
                    kept.drainTo(some, AT_ONCE - 1);
                    post(some);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void post(List<Spans.Span> spans) throws InterruptedException {
        var body =
                JSON.writeValueAsBytes(spans.stream().map(TraceServer::written).toList());
        var request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("content-type", "application/json")
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        try {
            var status = client.send(request, BodyHandlers.discarding()).statusCode();
            if (status / HUNDRED != SUCCESSES) {
                away("status " + status);
            } else if (away.compareAndSet(true, false)) {
                LOG.atInfo().log("The trace server takes spans again");
            }
        } catch (IOException e) {
            away(e.toString());
        }
    }

    /** Said once until it takes some again. */
    private void away(String why) {
        if (away.compareAndSet(false, true)) {
            LOG.atWarn().log("The trace server takes no spans, they are forgotten: {}", why);
        }
    }

    private static Map<String, Object> written(Spans.Span span) {
        var written = new LinkedHashMap<String, Object>();
        written.put("traceId", span.traceId());
        written.put("id", span.id());
        if (span.parentId() != null) {
            written.put("parentId", span.parentId());
        }
        written.put("kind", span.kind().name());
        written.put("name", span.name());
        written.put("timestamp", span.timestamp());
        written.put("duration", span.duration());
        written.put("localEndpoint", Map.of("serviceName", span.service()));
        return written;
    }

    @Override
    public void close() {
        closing = true;
        try {
            teller.join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        client.shutdownNow();
    }
}
