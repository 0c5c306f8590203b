package cn.qianfa.receiver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What arrives is exactly what monitoring's own test says it sends, signed by its own code. */
class ReceiverTest {
    private static final String KEY = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final Instant SIGNED = Instant.parse("2026-11-24T01:02:03.004Z");
    private static final String ID = "case.1";
    private static final String SIGNATURE = "v1,MVB2/m9cEh5j5NoBx5u0KbbEof+PzR33AQ7pXHC8Wbc=";
    private static final byte[] ALERT = golden();

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final HttpClient sender = HttpClient.newHttpClient();
    private Instant now = SIGNED.plusSeconds(2);
    private Receiver receiver;

    @BeforeEach
    void open() {
        receiver = open("zh");
    }

    private Receiver open(String language) {
        var board =
                new Board(Messages.in(language), new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
        return Receiver.open(new ReceiverSettings(0, KEY), board, () -> now);
    }

    @AfterEach
    void close() {
        receiver.close();
        sender.close();
    }

    private static byte[] golden() {
        try (InputStream golden = ReceiverTest.class.getResourceAsStream("alert.json")) {
            return golden.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private int send(byte[] body, String... headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + receiver.port() + "/"))
                .POST(BodyPublishers.ofByteArray(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return sender.send(request.build(), BodyHandlers.discarding()).statusCode();
    }

    private int sendGolden() throws IOException, InterruptedException {
        return send(ALERT, signed(SIGNATURE));
    }

    private static String[] signed(String signature) {
        var at = Long.toString(SIGNED.getEpochSecond());
        return new String[] {"webhook-id", ID, "webhook-timestamp", at, "webhook-signature", signature};
    }

    private List<String> shown() {
        var lines = new ArrayList<>(out.toString(UTF_8).lines().toList());
        assertThat(lines.removeFirst()).contains("http://127.0.0.1:" + receiver.port() + "/");
        return lines;
    }

    @Test
    void showsAnAlertMonitoringSent() throws Exception {
        assertThat(sendGolden()).isEqualTo(204);

        assertThat(shown())
                .containsExactly(
                        "2026-11-24 09:02:03 新通知 紧急 单位 health 账号 site.health 博文 post 评论 comment 原因 投诉 请 duty1.health 处理 第 1 轮 编号 case.1");
        assertThat(err.toString(UTF_8)).isEmpty();
    }

    @Test
    void showsItInEnglishToo() throws Exception {
        receiver.close();
        out.reset();
        receiver = open("en");

        assertThat(sendGolden()).isEqualTo(204);

        assertThat(shown())
                .containsExactly(
                        "2026-11-24 09:02:03 ALERT URGENT unit health account site.health post post comment comment reason complaint for duty1.health round 1 id case.1");
    }

    @Test
    @Tag("check-14")
    void showsWhatIsSentTwiceOnceAndSaysSo() throws Exception {
        sendGolden();

        assertThat(sendGolden()).isEqualTo(204);

        assertThat(shown()).hasSize(2);
        assertThat(shown().getLast()).contains("duplicate", ID).doesNotContain("health");
    }

    @Test
    void takesOneGoodSignatureAmongSeveral() throws Exception {
        assertThat(send(ALERT, signed("v1,AAAA " + SIGNATURE))).isEqualTo(204);

        assertThat(shown()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1,AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", "", "v1,", "v2,@"})
    @Tag("check-14")
    void doesNotBelieveAForgedSignature(String signature) throws Exception {
        assertThat(send(ALERT, signed(signature))).isEqualTo(401);

        assertThat(shown()).isEmpty();
        assertThat(err.toString(UTF_8)).contains("拒收", "签名不符");
    }

    @Test
    @Tag("check-14")
    void doesNotBelieveAnotherBody() throws Exception {
        var other = new String(ALERT, UTF_8).replace("URGENT", "ROUTINE").getBytes(UTF_8);

        assertThat(send(other, signed(SIGNATURE))).isEqualTo(401);

        assertThat(shown()).isEmpty();
    }

    @Test
    void doesNotBelieveAnotherId() throws Exception {
        var headers = signed(SIGNATURE);
        headers[1] = "case.2";

        assertThat(send(ALERT, headers)).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(longs = {301, -301})
    @Tag("check-14")
    void doesNotBelieveWhatIsFarFromItsOwnTime(long seconds) throws Exception {
        now = Instant.ofEpochSecond(SIGNED.getEpochSecond()).plusSeconds(seconds);

        assertThat(sendGolden()).isEqualTo(401);

        assertThat(err.toString(UTF_8)).contains("五分钟");
    }

    @ParameterizedTest
    @ValueSource(longs = {300, -300})
    void believesWhatIsFiveMinutesOld(long seconds) throws Exception {
        now = Instant.ofEpochSecond(SIGNED.getEpochSecond()).plusSeconds(seconds);

        assertThat(sendGolden()).isEqualTo(204);
    }

    @Test
    @Tag("check-14")
    void doesNotBelieveWhatIsNotSigned() throws Exception {
        assertThat(send(ALERT)).isEqualTo(401);

        assertThat(err.toString(UTF_8)).contains("webhook-signature");
    }

    @Test
    void refusesWhatIsTooLarge() throws Exception {
        assertThat(send(new byte[Desk.LARGEST + 1], signed(SIGNATURE))).isEqualTo(413);
        assertThat(send(new byte[Desk.LARGEST], signed(SIGNATURE))).isEqualTo(401);

        assertThat(shown()).isEmpty();
        assertThat(err.toString(UTF_8)).contains("64 KiB");
    }

    @Test
    void answersPostsOnly() throws Exception {
        var look = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + receiver.port() + "/"))
                .build();

        assertThat(sender.send(look, BodyHandlers.discarding()).statusCode()).isEqualTo(405);
    }

    @Test
    void goesOnWhereSomebodySendsNoHttp() throws Exception {
        try (var socket = new Socket(InetAddress.getByName("127.0.0.1"), receiver.port())) {
            socket.getOutputStream().write("\0\1\2 nonsense\r\n\r\n".getBytes(UTF_8));
            socket.setSoTimeout((int) Duration.ofSeconds(30).toMillis());
            socket.getInputStream().readAllBytes();
        }

        assertThat(sendGolden()).isEqualTo(204);
    }

    @Test
    void saysOfAMessageItDoesNotKnowThatItCame() throws Exception {
        var signature = new SealFixture(KEY).sign(ID, SIGNED, "{}".getBytes(UTF_8));

        assertThat(send("{}".getBytes(UTF_8), signed(signature))).isEqualTo(204);

        assertThat(shown().getFirst()).contains("不认识", ID);
    }

    /** A line is a line, whatever stands in a field. */
    @Test
    void letsNobodyCommandTheTerminal() throws Exception {
        var body =
                new String(ALERT, UTF_8).replace("site.health", "\\u001b[2J\\n").getBytes(UTF_8);
        var signature = new SealFixture(KEY).sign(ID, SIGNED, body);

        send(body, signed(signature));

        assertThat(shown()).hasSize(1);
        assertThat(shown().getFirst()).contains("?[2J?").doesNotContain("\u001b");
    }

    @Test
    void saysWhoElseHasThePort() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            var board = new Board(Messages.in("zh"), new PrintStream(out), new PrintStream(err));

            assertThatThrownBy(() -> Receiver.open(
                            new ReceiverSettings(taken.getLocalPort(), KEY), board, InstantSource.system()))
                    .isInstanceOf(Refused.class)
                    .hasMessage("port.taken");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "whsec_", "whsec_c2hvcnQ=", "whsec_***", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"})
    void refusesAKeyThatIsNone(String key) {
        assertThatThrownBy(() -> new Seal(key, () -> now))
                .isInstanceOf(Refused.class)
                .hasMessage("key.short");
    }
}
