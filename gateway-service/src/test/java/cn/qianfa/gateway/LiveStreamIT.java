package cn.qianfa.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.qianfa.contracts.identity.Role;
import cn.qianfa.gateway.running.Browser;
import cn.qianfa.gateway.running.RunningGateway;
import cn.qianfa.gateway.session.LiveStreams;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Server-sent events pass through piece by piece, and end with what let them in (spring-cloud-gateway#3410). */
@Tag("article-13")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LiveStreamIT {
    private static final String STREAM = "/api/v1/alerts/stream";
    private static final Duration A_MINUTE = Duration.ofSeconds(60);
    private static final byte[] SNAPSHOT = "event: snapshot\ndata: {}\n\n".getBytes(UTF_8);

    private final RunningGateway gateway = RunningGateway.start();
    private final Browser admin = gateway.admin();

    @AfterAll
    void stop() {
        gateway.close();
    }

    @Test
    void theFirstEventArrivesWithinASecondThoughNoMoreFollows() throws Exception {
        gateway.monitoring().saysOneEventAndWaits();
        var officer = officer("officer-first");
        read(open(officer)).close(); // the classes are loaded now

        var start = System.nanoTime();
        try (var stream = open(officer).body()) {
            var first = CompletableFuture.supplyAsync(() -> bytes(stream)).get(60, TimeUnit.SECONDS);
            var took = Duration.ofNanos(System.nanoTime() - start);

            assertThat(first).isEqualTo(SNAPSHOT);
            assertThat(took).isLessThan(Duration.ofSeconds(1));
        }
    }

    @Test
    void itIsAnsweredAsAStreamThatNobodyKeeps() throws Exception {
        gateway.monitoring().saysOneEventAndWaits();

        var answer = open(officer("officer-kind"));
        answer.body().close();

        assertThat(answer.headers().firstValue("Content-Type")).contains("text/event-stream");
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(gateway.monitoring().last().headers()).containsKey("Authorization");
    }

    @Test
    @Tag("check-21")
    void itEndsWithinASecondOfSigningOut() throws Exception {
        gateway.monitoring().saysOneEventAndWaits();
        var officer = officer("officer-out");
        try (var stream = read(open(officer))) {
            officer.delete("/api/v1/session");

            assertThat(end(stream)).isLessThan(Duration.ofMillis(1500));
        }
    }

    @Test
    @Tag("check-21")
    void itEndsOnAChangeOfRole() throws Exception {
        gateway.monitoring().saysOneEventAndWaits();
        var officer = officer("officer-moved");
        try (var stream = read(open(officer))) {
            gateway.registry().appoints("officer-moved", "district", Role.DRAFTER);

            end(stream);
        }
        assertThat(officer.get("/api/v1/me").statusCode()).as("still signed in").isEqualTo(200);
    }

    @Test
    void itEndsOnLeaving() throws Exception {
        gateway.monitoring().saysOneEventAndWaits();
        var officer = officer("officer-gone");
        try (var stream = read(open(officer))) {
            gateway.registry().left("officer-gone", "district");

            end(stream);
        }
    }

    @Test
    void itIsLetGoWhenTheBrowserLeaves() throws Exception {
        gateway.monitoring().says(exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            while (gateway.bean(LiveStreams.class).count() >= 0) { // until the gateway hangs up
                exchange.getResponseBody().write(": heartbeat\n\n".getBytes(UTF_8));
                exchange.getResponseBody().flush();
                await().pollDelay(Duration.ofMillis(100)).until(() -> true);
            }
        });
        var streams = gateway.bean(LiveStreams.class);
        var officer = officer("officer-away");
        await().atMost(A_MINUTE).until(() -> streams.count() == 0);

        var stream = read(open(officer));
        assertThat(streams.count()).isEqualTo(1);
        stream.close();

        await().atMost(A_MINUTE).until(() -> streams.count() == 0);
    }

    @Test
    void itIsUnavailableWhenTheServiceIsSilent() {
        gateway.monitoring().says(_ -> gateway.monitoring().waitForTheEnd());

        var answer = officer("officer-silent").get(STREAM);

        assertThat(answer.statusCode()).isEqualTo(503);
    }

    private Browser officer(String staff) {
        return gateway.signedIn(admin, staff, "district", Role.DUTY_OFFICER);
    }

    private static HttpResponse<InputStream> open(Browser officer) {
        return officer.send(
                officer.request(STREAM).header("Accept", "text/event-stream"), BodyHandlers.ofInputStream());
    }

    /** Once its first event has been read. */
    private static InputStream read(HttpResponse<InputStream> answer) {
        bytes(answer.body());
        return answer.body();
    }

    private static byte[] bytes(InputStream stream) {
        try {
            return stream.readNBytes(SNAPSHOT.length);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How long it takes until the stream is over. */
    private static Duration end(InputStream stream) throws Exception {
        var start = System.nanoTime();
        CompletableFuture.runAsync(() -> drain(stream)).get(60, TimeUnit.SECONDS);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static void drain(InputStream stream) {
        try {
            stream.transferTo(java.io.OutputStream.nullOutputStream());
        } catch (IOException e) {
            assertThat(e).hasMessageNotContaining("timed out"); // cut in the middle: that is an end too
        }
    }
}
