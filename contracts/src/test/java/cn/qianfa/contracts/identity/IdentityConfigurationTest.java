package cn.qianfa.contracts.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IdentityConfigurationTest {
    private final KeyServer gateway = new KeyServer();
    private final HttpClient client = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext service = SmallService.start(gateway.url());

    @AfterAll
    void stop() {
        service.close();
        gateway.close();
    }

    @Test
    void knowsWhoActsByTheGatewaysToken() throws Exception {
        var answer = send(signed(Tokens.claims()));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("\"id\":\"drafter-1\"", "\"unit\":\"town-1\"", "DRAFTER", "PUBLISHER")
                .doesNotContain("LEADER");
    }

    @ParameterizedTest
    @EnumSource
    @Tag("check-09")
    void refusesEveryForgeryWithTheSameBytes(Forgery forgery) throws Exception {
        var nobody = send(request("/me"));

        var answer = send(forgery.on(request("/me"), gateway.key()));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).isEqualTo(nobody.body());
        assertThat(withoutDate(answer)).isEqualTo(withoutDate(nobody));
    }

    @Test
    @Tag("check-09")
    void refusesATokenInTheAddress() throws Exception {
        var token = Tokens.signed(Tokens.claims(), gateway.key());

        assertThat(send(request("/me?access_token=" + token)).statusCode()).isEqualTo(401);
    }

    /** Over a socket, as Java's client sends only one. */
    @Test
    @Tag("check-09")
    void refusesTwoTokensThoughBothAreGood() throws Exception {
        var header = "Authorization: Bearer " + Tokens.signed(Tokens.claims(), gateway.key()) + "\r\n";
        var at = SmallService.at(service, "server", "/me");

        try (var socket = new Socket(at.getHost(), at.getPort())) {
            var request = "GET /me HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + header + header + "\r\n";
            socket.getOutputStream().write(request.getBytes(UTF_8));
            var answer = new String(socket.getInputStream().readAllBytes(), UTF_8);

            assertThat(answer)
                    .startsWith("HTTP/1.1 401")
                    .endsWith(send(request("/me")).body());
        }
    }

    @Test
    void tellsNobodyAProblem() throws Exception {
        var nobody = send(request("/me"));

        assertThat(nobody.statusCode()).isEqualTo(401);
        assertThat(nobody.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(nobody.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        assertThat(nobody.body()).contains("urn:problem:not-signed-in");
    }

    @ParameterizedTest
    @ValueSource(ints = {-33, 0, 4})
    void allowsClocksThatDifferByAFewSeconds(int issuedIn) throws Exception {
        var claims = Tokens.claimsAt(Instant.now().plusSeconds(issuedIn));

        assertThat(send(signed(claims)).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/nothing", "/error", "/site", "/site/a/b", "/actuator/health", "/me/", "/ME"})
    @Tag("check-01")
    void needsATokenForWhateverIsNotNamedAsPublic(String path) throws Exception {
        assertThat(send(request(path)).statusCode()).isEqualTo(401);
    }

    @Test
    void letsEveryoneReadWhatIsPublicAndNothingElseThere() throws Exception {
        var read = send(request("/site/town-1"));
        var head = send(request("/site/town-1").HEAD());
        var written = send(request("/site/town-1").POST(HttpRequest.BodyPublishers.noBody()));

        assertThat(read.body()).isEqualTo("read");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(written.statusCode()).isEqualTo(401);
    }

    @Test
    void saysNotFoundToWhoIsSignedIn() throws Exception {
        var token = Tokens.signed(Tokens.claims(), gateway.key());

        var answer = send(request("/nothing").header("Authorization", "Bearer " + token));

        assertThat(answer.statusCode()).isEqualTo(404);
    }

    @Test
    void answersOnTheManagementPortAlone() throws Exception {
        var health = send(HttpRequest.newBuilder(SmallService.at(service, "management", "/actuator/health")));

        assertThat(health.statusCode()).isEqualTo(200);
    }

    @Test
    void keepsNoSession() throws Exception {
        assertThat(send(signed(Tokens.claims())).headers().firstValue("Set-Cookie"))
                .isEmpty();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(SmallService.at(service, "server", path));
    }

    private HttpRequest.Builder signed(JWTClaimsSet claims) {
        return request("/me").header("Authorization", "Bearer " + Tokens.signed(claims, gateway.key()));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static Map<String, List<String>> withoutDate(HttpResponse<?> answer) {
        var headers = new TreeMap<>(answer.headers().map());
        headers.remove("date");
        return headers;
    }
}
