package cn.qianfa.monitoring.alert.http;

import static cn.qianfa.monitoring.alert.AlertFixture.aNotice;
import static cn.qianfa.monitoring.casework.CaseFixture.NOW;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.qianfa.contracts.event.CommentFlagged;
import cn.qianfa.monitoring.alert.AlertId;
import cn.qianfa.monitoring.alert.Bell;
import cn.qianfa.monitoring.alert.Bell.Call;
import cn.qianfa.monitoring.alert.BellContract;
import cn.qianfa.monitoring.alert.Notice;
import cn.qianfa.monitoring.casework.CaseId;
import cn.qianfa.monitoring.casework.Matter;
import cn.qianfa.monitoring.classification.Urgency;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookBellTest extends BellContract {
    private static final String KEY = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private final BlockingQueue<Map.Entry<String, String>> arrived = new LinkedBlockingQueue<>();
    private HttpServer receiver;
    private volatile int status = 204;
    private volatile CountDownLatch silent = new CountDownLatch(0);

    @BeforeEach
    void listen() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", call -> {
            var headers = call.getRequestHeaders();
            arrived.add(Map.entry(
                    headers.getFirst("webhook-id")
                            + " "
                            + headers.getFirst("webhook-timestamp")
                            + " "
                            + headers.getFirst("webhook-signature"),
                    new String(call.getRequestBody().readAllBytes(), UTF_8)));
            awaitWords();
            call.getResponseHeaders()
                    .add(
                            "Location",
                            "http://127.0.0.1:" + call.getLocalAddress().getPort() + "/");
            call.sendResponseHeaders(status, -1);
            call.close();
        });
        receiver.start();
    }

    private void awaitWords() {
        try {
            silent.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @AfterEach
    void stop() {
        silent.countDown();
        receiver.stop(0);
    }

    @Override
    protected Bell bell() {
        return new WebhookBell(
                URI.create("http://127.0.0.1:" + receiver.getAddress().getPort() + "/alerts"),
                new WebhookSignature(KEY),
                Duration.ofSeconds(1),
                InstantSource.fixed(NOW));
    }

    @Override
    protected Call call(Notice notice) {
        return Call.of(notice);
    }

    @Override
    protected void isBusy() {
        status = 503;
    }

    @Override
    protected void isSilent() {
        silent = new CountDownLatch(1);
    }

    @Override
    protected void isAway() {
        stop();
    }

    @Override
    protected List<String> heard() {
        return arrived.stream().map(call -> call.getKey().split(" ")[0]).toList();
    }

    @Test
    void ringsWithASignatureOverIdTimeAndBody() throws Exception {
        var notice = aNotice();

        assertThat(bell().ring(call(notice))).isEqualTo(new Bell.Rung.Taken("status 204"));

        var call = arrived.poll(60, TimeUnit.SECONDS);
        var id = notice.id().value();
        var signed = new WebhookSignature(KEY)
                .of(id, NOW.getEpochSecond(), call.getValue().getBytes(UTF_8));
        assertThat(call.getKey()).isEqualTo(id + " " + NOW.getEpochSecond() + " " + signed);
        assertThat(call.getValue())
                .contains("\"type\":\"alert.raised\"", "\"staff\":\"duty1.health\"", "\"urgency\":\"URGENT\"")
                .contains("\"timestamp\":\"2026-11-24T01:02:03.004Z\"")
                .doesNotContain("text");
    }

    /** The example of the Standard Webhooks specification's own libraries. */
    @Test
    void signsAsTheConventionSays() {
        var signature = new WebhookSignature(KEY)
                .of("msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, "{\"test\": 2432232314}".getBytes(UTF_8));

        assertThat(signature).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    /** The receiver's own test reads exactly these bytes; they change only by added fields. */
    @Test
    void sendsWhatReceiversRead() {
        var why = new CommentFlagged.Reason("intent", "complaint", 0.9);
        var matter = new Matter(
                new CaseId("case"), "comment", "health", "site.health", "post", Urgency.URGENT, List.of(why), NOW);
        var notice =
                new Notice(new AlertId(matter.id(), 1), matter, "duty1.health", NOW, NOW.plus(Duration.ofHours(24)));

        var body = WebhookBody.of(notice);

        assertThat(new String(body, UTF_8)).isEqualTo("""
                {"type":"alert.raised","timestamp":"2026-11-24T01:02:03.004Z","data":{"alert":"case.1",\
                "caseId":"case","round":1,"staff":"duty1.health","unit":"health","account":"site.health",\
                "post":"post","comment":"comment","urgency":"URGENT",\
                "reasons":[{"kind":"intent","reason":"complaint","score":0.9}],\
                "notAfter":"2026-11-25T01:02:03.004Z"}}""");
        assertThat(new WebhookSignature(KEY).of("case.1", NOW.getEpochSecond(), body))
                .isEqualTo("v1,MVB2/m9cEh5j5NoBx5u0KbbEof+PzR33AQ7pXHC8Wbc=");
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 401, 500})
    void isNotTakenWhereTheReceiverSaysSo(int refusal) {
        status = refusal;

        assertThat(bell().ring(call(aNotice()))).isEqualTo(new Bell.Rung.Deferred("status " + refusal));
        assertThat(arrived).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "whsec_", "whsec_c2hvcnQ=", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"})
    void refusesAKeyThatIsNone(String key) {
        assertThatThrownBy(() -> new WebhookSignature(key)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void ringsOnlyOverTheWeb() {
        assertThatThrownBy(() -> new WebhookSettings(URI.create("file:///etc/passwd"), KEY))
                .hasMessageContaining("expected: http or https");
    }
}
