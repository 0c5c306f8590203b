package cn.qianfa.contracts.delivery.tracing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.qianfa.contracts.delivery.Traceparent;
import cn.qianfa.contracts.delivery.tracing.Spans.Kind;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SpansTest {
    private static final Traceparent BROUGHT =
            new Traceparent("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");

    @Nested
    class WithoutATraceServer {
        @Test
        void goesOnWithWhatWasBrought() {
            try (var step = Spans.off().begin(Kind.CONSUMER, () -> "reacts", Optional.of(BROUGHT));
                    var _ = step.enter()) {
                assertThat(Traceparent.current()).contains(BROUGHT);
            }

            assertThat(Traceparent.current()).isEmpty();
        }
    }

    @Nested
    class WithATraceServer {
        @Test
        void tellsEachStepUnderTheOneThatCausedIt() throws IOException {
            try (var server = new Server();
                    var spans = Spans.toldTo(server.address(), "approval")) {
                var sent = spans.begin(Kind.PRODUCER, () -> "DraftSubmitted.v1", Optional.of(BROUGHT));
                sent.close();
                spans.begin(Kind.CONSUMER, () -> "DraftSubmitted.v1 rules", sent.place())
                        .close();

                await().atMost(Duration.ofSeconds(20))
                        .until(() -> server.spans().size() == 2);
                var first = server.spans().getFirst();
                assertThat(first.path("traceId").asString()).isEqualTo(BROUGHT.id());
                assertThat(first.path("parentId").asString()).isEqualTo("00f067aa0ba902b7");
                assertThat(first.path("localEndpoint").path("serviceName").asString())
                        .isEqualTo("approval");
                assertThat(server.spans().getLast().path("parentId")).isEqualTo(first.path("id"));
            }
        }

        @Test
        void hasNoPlaceForWhatNobodyAskedFor() throws IOException {
            try (var server = new Server();
                    var spans = Spans.toldTo(server.address(), "approval")) {
                assertThat(spans.begin(Kind.PRODUCER, () -> "", Optional.empty())
                                .place())
                        .isEmpty();
            }
        }

        @Test
        void holdsNobodyUpWhereTheServerIsAway() {
            var nowhere = URI.create("http://127.0.0.1:1/api/v2/spans");

            try (var spans = Spans.toldTo(nowhere, "approval")) {
                for (var step = 0; step < 20_000; step++) {
                    spans.begin(Kind.CONSUMER, () -> "reacts", Optional.of(BROUGHT))
                            .close();
                }
            }
        }
    }

    /** Takes spans as Zipkin does. */
    private static final class Server implements AutoCloseable {
        private final List<JsonNode> spans = new CopyOnWriteArrayList<>();
        private final HttpServer server;

        Server() throws IOException {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/api/v2/spans", exchange -> {
                JsonMapper.shared()
                        .readTree(new String(exchange.getRequestBody().readAllBytes(), UTF_8))
                        .forEach(spans::add);
                exchange.sendResponseHeaders(202, -1);
                exchange.close();
            });
            server.start();
        }

        List<JsonNode> spans() {
            return spans;
        }

        URI address() {
            return URI.create("http://127.0.0.1:%d/api/v2/spans"
                    .formatted(server.getAddress().getPort()));
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
