package cn.qianfa.launcher.part;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qianfa.launcher.speech.Messages;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReadinessTest {
    private final Readiness readiness = new Readiness(Duration.ofSeconds(2));

    @Test
    void isWhatTheServiceSays() throws Exception {
        assertThat(answering(200, "{\"status\":\"UP\"}")).isEmpty();
    }

    @Test
    void namesWhatTheServiceLacks() throws Exception {
        var body = """
                {"status":"DOWN","components":{"readinessState":{"status":"UP"},
                "mongo":{"status":"DOWN","details":{"error":"Timed out while waiting for a server"}}}}""";

        assertThat(answering(503, body)).contains("mongo is DOWN Timed out while waiting for a server");
    }

    @Test
    void isShownAsItIsIfItCannotBeRead() throws Exception {
        assertThat(answering(404, "no such page")).contains("its health check answers 404: no such page");
    }

    @Test
    void isMissingWhereNobodyListens() throws Exception {
        var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        free.close();

        assertThat(readiness.trouble(free.getLocalPort()).map(Messages.english()::text))
                .contains("no answer on port " + free.getLocalPort() + " yet");
    }

    @Test
    void isToldApartWhereSomebodyListensAndSaysNothing() throws Exception {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(new Readiness(Duration.ofSeconds(1))
                            .trouble(silent.getLocalPort())
                            .map(Messages.english()::text))
                    .contains(
                            "port " + silent.getLocalPort() + " takes connections, but there was no answer within 1 s");
        }
    }

    private Optional<String> answering(int status, String body) throws Exception {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/actuator/health/readiness", exchange -> {
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        try {
            return readiness.trouble(server.getAddress().getPort()).map(Messages.english()::text);
        } finally {
            server.stop(0);
        }
    }
}
