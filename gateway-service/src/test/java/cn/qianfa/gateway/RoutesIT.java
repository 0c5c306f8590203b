package cn.qianfa.gateway;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.qianfa.contracts.identity.Role;
import cn.qianfa.gateway.running.Behind;
import cn.qianfa.gateway.running.Browser;
import cn.qianfa.gateway.running.Json;
import cn.qianfa.gateway.running.RunningGateway;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the gateway lets through, to whom, and as what. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoutesIT {
    /** Everything anyone may ask for without signing in. */
    private static final List<String> PUBLIC = List.of(
            "GET /",
            "GET /sign-in",
            "POST /sign-in",
            "GET /sign-in.css",
            "GET /internal/jwks.json",
            "GET /api/v1/openapi.yaml",
            "POST /api/v1/session",
            "POST /api/v1/credentials",
            "GET /site/town",
            "GET /site/town/feed.atom",
            "GET /site/town/posts/1",
            "GET /site/town/posts/1/comments",
            "POST /site/town/posts/1/comments");

    private static final List<String> PATHS = List.of(
            "/",
            "/error",
            "/index.html",
            "/sign-in",
            "/sign-in.css",
            "/sign-out",
            "/internal",
            "/internal/jwks.json",
            "/actuator",
            "/actuator/health",
            "/actuator/gateway/routes",
            "/api",
            "/api/v1",
            "/api/v1/nothing",
            "/api/v2/drafts",
            "/api/v1/openapi.yaml",
            "/api/v1/session",
            "/api/v1/me",
            "/api/v1/me/password",
            "/api/v1/credentials",
            "/api/v1/units",
            "/api/v1/units/town",
            "/api/v1/units/town/staff",
            "/api/v1/units/town/accounts",
            "/api/v1/units/town/roster",
            "/api/v1/units/town/silences",
            "/api/v1/staff/drafter/departure",
            "/api/v1/staff/drafter/activation-code",
            "/api/v1/accounts/a/filing",
            "/api/v1/accounts/a/closure",
            "/api/v1/drafts",
            "/api/v1/drafts/d",
            "/api/v1/drafts/d/submission",
            "/api/v1/drafts/d/sign-offs",
            "/api/v1/media",
            "/api/v1/media/m",
            "/api/v1/publications",
            "/api/v1/publications/p/cancellation",
            "/api/v1/ledger/entries",
            "/api/v1/checks",
            "/api/v1/rule-sets",
            "/api/v1/rule-sets/v/activation",
            "/api/v1/contests",
            "/api/v1/comments",
            "/api/v1/comments/c/flags",
            "/api/v1/cases",
            "/api/v1/cases/k/claim",
            "/api/v1/alerts",
            "/api/v1/alerts/stream",
            "/api/v1/alerts/n/acknowledgement",
            "/api/v1/operations/approval/parked",
            "/api/v1/operations/content-rules/parked",
            "/api/v1/operations/monitoring/parked/b/skip",
            "/site",
            "/site/town",
            "/site/town/feed.atom",
            "/site/town/posts/1",
            "/site/town/posts/1/comments");

    private final RunningGateway gateway = RunningGateway.start();
    private final Browser admin = gateway.admin();
    private final Browser drafter = gateway.signedIn(admin, "drafter", "district", Role.DRAFTER, Role.PUBLISHER);

    @AfterAll
    void stop() {
        gateway.close();
    }

    @AfterEach
    void sayPlainly() {
        gateway.approval().saysPlainly();
        gateway.monitoring().saysPlainly();
    }

    static Stream<String> everything() {
        return PATHS.stream()
                .flatMap(path -> Stream.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
                        .map(method -> method + ' ' + path));
    }

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class WithoutASession {
        @ParameterizedTest
        @MethodSource("cn.qianfa.gateway.RoutesIT#everything")
        @Tag("check-01")
        void everythingNeedsOneButWhatIsPublic(String asked) {
            var method = asked.split(" ")[0];
            var path = asked.split(" ")[1];
            var isPublic = PUBLIC.contains((method.equals("HEAD") ? "GET" : method) + ' ' + path);
            var before = behind();

            var answer = gateway.browser()
                    .send(Browser.json(gateway.browser().bare(path)).method(method, BodyPublishers.noBody()));

            if (isPublic) {
                assertThat(answer.statusCode()).isNotEqualTo(401);
            } else {
                assertThat(answer.statusCode()).isEqualTo(401);
                assertThat(behind()).as("nothing is passed on").isEqualTo(before);
            }
        }

        @Test
        void theRefusalIsAProblemInTheReadersLanguage() {
            var chinese = gateway.browser().get("/api/v1/drafts");
            var english = gateway.browser()
                    .send(gateway.browser().bare("/api/v1/drafts").header("Accept-Language", "en-GB,zh;q=0.5"));

            assertThat(chinese.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(Json.text(chinese.body(), "type")).isEqualTo("urn:problem:not-signed-in");
            assertThat(Json.text(chinese.body(), "title")).isEqualTo("未登录");
            assertThat(Json.text(english.body(), "title")).isEqualTo("Not signed in");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "X-User: admin",
                    "X-Forwarded-User: admin",
                    "X-Staff: admin",
                    "Authorization: Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZG1pbiJ9.",
                    "Authorization: Basic YWRtaW46YWRtaW4=",
                    "Cookie: QIANFA_SESSION=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                    "Cookie: QIANFA_SESSION[$ne]=x"
                })
        @Tag("check-07")
        void nothingClaimedIsBelieved(String header) {
            var parts = header.split(": ");

            var answer = gateway.browser()
                    .send(gateway.browser().bare("/api/v1/drafts").header(parts[0], parts[1]));

            assertThat(answer.statusCode()).isEqualTo(401);
        }

        @Test
        void thePublicSiteIsReadAndCommentedOnAsNobody() {
            var read = gateway.browser().get("/site/town/posts/1");
            assertThat(read.statusCode()).isEqualTo(200);
            assertThat(gateway.approval().last().headers()).doesNotContainKey("Authorization");

            var form = "ticket=t&text=" + "%E4%BD%A0%E5%A5%BD+%26";
            var written = gateway.browser()
                    .send(gateway.browser()
                            .bare("/site/town/posts/1/comments?from=page")
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString(form)));
            assertThat(written.statusCode()).isEqualTo(200);
            assertThat(gateway.monitoring().last().body()).as("byte for byte").isEqualTo(form);
            assertThat(gateway.monitoring().last().uri().getRawQuery()).isEqualTo("from=page");
            assertThat(gateway.monitoring().last().headers()).doesNotContainKey("Authorization");
        }
    }

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class WithASession {
        @ParameterizedTest
        @CsvSource({
            "/api/v1/units, approval",
            "/api/v1/units/town/staff, approval",
            "/api/v1/units/town/roster, monitoring",
            "/api/v1/units/town/silences, monitoring",
            "/api/v1/staff/s/departure, approval",
            "/api/v1/accounts/a/filing, approval",
            "/api/v1/drafts/d/history, approval",
            "/api/v1/media/m, approval",
            "/api/v1/publications, approval",
            "/api/v1/ledger/checkpoints, approval",
            "/api/v1/operations/approval/parked, approval",
            "/api/v1/checks, content-rules",
            "/api/v1/rule-sets/7, content-rules",
            "/api/v1/contests, content-rules",
            "/api/v1/operations/content-rules/parked, content-rules",
            "/api/v1/comments, monitoring",
            "/api/v1/cases/k, monitoring",
            "/api/v1/alerts, monitoring",
            "/api/v1/operations/monitoring/parked, monitoring"
        })
        void eachPathIsAnsweredByItsService(String path, String service) {
            var answer = drafter.get(path + "?state=open&after=a%2Bb");

            assertThat(answer.statusCode()).isEqualTo(200);
            var sent = behind(service).last();
            assertThat(sent.uri().toString()).isEqualTo(path + "?state=open&after=a%2Bb");
            assertThat(claims(sent).getAudience()).containsExactly(service);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/index.html",
                    "/api/v1/nothing",
                    "/api/v2/drafts",
                    "/actuator",
                    "/actuator/health",
                    "/internal"
                })
        void whatIsNotThereIsNotFound(String path) {
            var answer = drafter.get(path);

            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(Json.text(answer.body(), "type")).isEqualTo("urn:problem:not-found");
        }

        @Test
        void aServiceIsToldWhoActsInATokenOfTheGatewaysOwn() {
            drafter.get("/api/v1/drafts");
            var claims = claims(gateway.approval().last());

            assertThat(claims.getSubject()).isEqualTo("drafter");
            assertThat(claims.getClaim("unit")).isEqualTo("district");
            assertThat(claims.getClaim("roles")).isEqualTo(List.of("DRAFTER", "PUBLISHER"));
            assertThat(Duration.between(
                            claims.getIssueTime().toInstant(),
                            claims.getExpirationTime().toInstant()))
                    .isEqualTo(Duration.ofSeconds(30));
            assertThat(claims.getIssueTime().toInstant())
                    .isBetween(Instant.now().minusSeconds(10), Instant.now());
            drafter.get("/api/v1/drafts");
            assertThat(claims(gateway.approval().last()).getJWTID()).isNotEqualTo(claims.getJWTID());
        }

        @Test
        @Tag("check-07")
        void onlyWhatAServiceHasAUseForIsPassedOn() {
            drafter.send(Browser.json(drafter.request("/api/v1/drafts/d"))
                    .header("If-Match", "\"3\"")
                    .header("Accept-Language", "en")
                    .header("Authorization", "Bearer forged")
                    .header("X-Staff", "admin")
                    .header("X-Forwarded-For", "10.0.0.1")
                    .header("Forwarded", "for=10.0.0.1")
                    .header("From", "admin")
                    .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                    .PUT(BodyPublishers.ofString("{\"text\":\"稿件\"}")));

            var sent = gateway.approval().last();
            assertThat(sent.body()).isEqualTo("{\"text\":\"稿件\"}");
            assertThat(sent.headers().getFirst("If-Match")).isEqualTo("\"3\"");
            assertThat(sent.headers().getFirst("Accept-Language")).isEqualTo("en");
            assertThat(sent.headers()).containsKey("Idempotency-key");
            assertThat(sent.headers().get("Authorization")).hasSize(1);
            assertThat(claims(sent).getSubject()).isEqualTo("drafter");
            assertThat(sent.headers().getFirst("Traceparent"))
                    .startsWith("00-0af7651916cd43dd8448eb211c80319c-")
                    .doesNotContain("b7ad6b7169203331");
            assertThat(sent.headers().keySet())
                    .noneMatch(name -> name.startsWith("X-"))
                    .doesNotContain("Cookie", "Forwarded", "From");
        }

        @Test
        void aTraceBeginsHereWhereTheBrowserBringsNone() {
            drafter.get("/api/v1/drafts");

            assertThat(gateway.approval().last().headers().getFirst("Traceparent"))
                    .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
        }

        @Test
        void onlyWhatDescribesTheAnswerComesBack() {
            gateway.approval().says(exchange -> {
                var headers = exchange.getResponseHeaders();
                headers.set("Content-Type", "application/json");
                headers.set("ETag", "\"4\"");
                headers.set("Location", gateway.approval().url() + "/api/v1/drafts/d?x=1");
                headers.set("Retry-After", "7");
                headers.set("Server", "secret/1.2.3");
                headers.set("X-Powered-By", "secret");
                headers.set("Set-Cookie", "QIANFA_SESSION=planted");
                headers.set("Access-Control-Allow-Origin", "*");
                headers.set("Content-Security-Policy", "default-src *");
                Behind.write(exchange, 201, "{\"id\":\"d\"}");
            });

            var answer = drafter.post("/api/v1/drafts", "{}");

            assertThat(answer.statusCode()).isEqualTo(201);
            assertThat(answer.body()).isEqualTo("{\"id\":\"d\"}");
            assertThat(answer.headers().firstValue("ETag")).contains("\"4\"");
            assertThat(answer.headers().firstValue("Location")).contains("/api/v1/drafts/d?x=1");
            assertThat(answer.headers().firstValue("Retry-After")).contains("7");
            assertThat(answer.headers().map())
                    .doesNotContainKeys("server", "x-powered-by", "x-answered-by", "set-cookie")
                    .doesNotContainKey("access-control-allow-origin");
            assertThat(answer.headers().allValues("Content-Security-Policy"))
                    .singleElement()
                    .asString()
                    .startsWith("default-src 'none'");
        }

        @Test
        void aRefusalOfTheServiceComesBackAsItIs() {
            gateway.approval().says(exchange -> {
                exchange.getResponseHeaders().set("Content-Type", "application/problem+json");
                Behind.write(exchange, 409, "{\"type\":\"urn:problem:wrong-state\"}");
            });

            var answer = drafter.post("/api/v1/drafts/d/submission", "{}");

            assertThat(answer.statusCode()).isEqualTo(409);
            assertThat(answer.body()).isEqualTo("{\"type\":\"urn:problem:wrong-state\"}");
        }

        @Test
        void manyAtOnceDoNotWaitForOneAnother() throws Exception {
            gateway.approval().says(exchange -> {
                await().pollDelay(Duration.ofMillis(500)).until(() -> true);
                Behind.write(exchange, 200, "{}");
            });
            var start = Instant.now();

            try (var many = Executors.newVirtualThreadPerTaskExecutor()) {
                Callable<Integer> ask = () -> drafter.get("/api/v1/drafts").statusCode();
                var asked =
                        IntStream.range(0, 60).mapToObj(_ -> many.submit(ask)).toList();
                assertThat(asked).extracting(Future::get).containsOnly(200);
            }

            assertThat(Duration.between(start, Instant.now()))
                    .as("by fives it would take six seconds")
                    .isLessThan(Duration.ofSeconds(5));
        }
    }

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class AServiceInTrouble {
        @Test
        void isUnavailableWhenItIsSilent() {
            gateway.approval().says(_ -> gateway.approval().waitForTheEnd());

            var answer = drafter.get("/api/v1/drafts");

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(Json.text(answer.body(), "type")).isEqualTo("urn:problem:unavailable");
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(answer.body()).doesNotContain("Exception", "127.0.0.1");
        }

        @Test
        void isUnavailableWhenItHangsUp() {
            gateway.approval().says(exchange -> {
                throw new IOException("gone");
            });

            assertThat(drafter.get("/api/v1/drafts").statusCode()).isEqualTo(503);
        }

        @Test
        void doesNotSignAnyoneOutWhenItRefusesTheGatewaysToken() {
            gateway.approval().says(exchange -> Behind.write(exchange, 401, ""));

            for (var time = 0; time < 5; time++) {
                assertThat(drafter.get("/api/v1/drafts").statusCode()).isEqualTo(503);
            }
        }
    }

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class ABody {
        @Test
        void isTakenUpToTheLimit() {
            var longest = "\"" + "x".repeat(256 * 1024 - 2) + "\"";

            assertThat(drafter.post("/api/v1/drafts", longest).statusCode()).isEqualTo(200);
            assertThat(gateway.approval().last().body()).isEqualTo(longest);
        }

        @Test
        @Tag("check-24")
        void isRefusedBeyondItWhetherItsLengthIsToldOrNot() {
            var before = gateway.approval().count();
            var tooLong = "x".repeat(256 * 1024 + 1);

            var told = drafter.post("/api/v1/drafts", tooLong);
            var untold = drafter.send(Browser.json(drafter.request("/api/v1/drafts"))
                    .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(tooLong.getBytes(US_ASCII)))));

            assertThat(told.statusCode()).isEqualTo(413);
            assertThat(untold.statusCode()).isEqualTo(413);
            assertThat(Json.text(untold.body(), "type")).isEqualTo("urn:problem:too-large");
            assertThat(gateway.approval().count()).isEqualTo(before);
        }

        @Test
        void ofMediaMayBeLongerAndOfAnyKind() {
            var picture = "p".repeat(1024 * 1024);

            var answer = drafter.send(drafter.request("/api/v1/media")
                    .header("Content-Type", "image/png")
                    .header("Idempotency-Key", "m")
                    .POST(BodyPublishers.ofString(picture)));

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(gateway.approval().last().body()).hasSize(picture.length());
            assertThat(gateway.approval().last().headers().getFirst("Content-type"))
                    .isEqualTo("image/png");
        }

        @Test
        void ofMediaIsRefusedWhileItPassesThrough() {
            var answer = drafter.send(drafter.request("/api/v1/media")
                    .header("Content-Type", "video/mp4")
                    .header("Idempotency-Key", "m")
                    .POST(BodyPublishers.ofInputStream(() -> new Endless(21L * 1024 * 1024))));

            assertThat(answer.statusCode()).isEqualTo(413);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "a/b/c"
                })
        void ofAnotherKindIsRefused(String kind) {
            var answer = drafter.send(drafter.request("/api/v1/drafts")
                    .header("Content-Type", kind)
                    .header("Idempotency-Key", "k")
                    .POST(BodyPublishers.ofString("{}")));

            assertThat(answer.statusCode()).isEqualTo(415);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "{                                        | 400",
                    "[]                                       | 400",
                    "{\"name\":{\"$ne\":null},\"password\":1} | 400",
                    "{}                                       | 422",
                    "{\"name\":\"a\",\"password\":null}       | 422",
                    "{\"name\":\"a\",\"password\":\"b\",\"roles\":[\"ADMIN\"]} | 422"
                })
        void thatIsNotWhatWasExpectedIsRefused(String body, int status) {
            var answer = gateway.browser().post("/api/v1/session", body);

            assertThat(answer.statusCode()).isEqualTo(status);
            assertThat(answer.body()).doesNotContain("Exception", "tools.jackson", "cn.qianfa");
        }

        @Test
        void thatIsNotUtf8IsRefused() {
            var answer = gateway.browser()
                    .send(Browser.json(gateway.browser().bare("/api/v1/session"))
                            .POST(BodyPublishers.ofByteArray(new byte[] {
                                '{', '"', 'n', 'a', 'm', 'e', '"', ':', '"', (byte) 0xC3, (byte) 0x28, '"', '}'
                            })));

            assertThat(answer.statusCode()).isEqualTo(400);
        }

        @Test
        @Tag("check-24")
        void thatIsDeeplyNestedIsRefused() {
            var answer = gateway.browser().post("/api/v1/session", "{\"name\":" + "[".repeat(100_000));

            assertThat(answer.statusCode()).isEqualTo(400);
        }
    }

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class EveryAnswer {
        @ParameterizedTest
        @ValueSource(strings = {"/sign-in", "/api/v1/session", "/api/v1/drafts", "/site/town/posts/1", "/nothing"})
        @Tag("check-12")
        void bearsTheHeadersThatKeepABrowserSafe(String path) {
            var headers = drafter.get(path).headers();

            assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                    .contains("default-src 'none'", "form-action 'self'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(headers.firstValue("Referrer-Policy")).contains("same-origin");
            assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
            assertThat(headers.map()).doesNotContainKeys("server", "x-powered-by", "access-control-allow-origin");
        }

        @Test
        @Tag("check-37")
        void saysNothingOfHowWeAreBuilt() throws IOException {
            for (var request : List.of(
                    "GET / HTTP/1.1\r\nHost: localhost\r\nX-Long: " + "x".repeat(20_000) + "\r\n\r\n",
                    "GET /%zz HTTP/1.1\r\nHost: localhost\r\n\r\n",
                    "GET /a;b/../..//%2e%2e/etc HTTP/1.1\r\nHost: localhost\r\n\r\n",
                    "TRACE / HTTP/1.1\r\nHost: localhost\r\n\r\n",
                    "nonsense\r\n\r\n")) {
                var answer = raw(request);

                assertThat(answer).matches("(?s)HTTP/1.1 4\\d\\d .*");
                assertThat(answer).doesNotContainIgnoringCase("tomcat", "spring", "exception", "java");
            }
        }

        private String raw(String request) throws IOException {
            var at = gateway.at("/");
            try (var socket = new Socket(at.getHost(), at.getPort())) {
                socket.getOutputStream()
                        .write(request.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n")
                                .getBytes(US_ASCII));
                socket.shutdownOutput();
                return new String(socket.getInputStream().readAllBytes(), US_ASCII);
            }
        }
    }

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class TheManagementPort {
        @Test
        void tellsHealthAndMetricsWithoutSignIn() {
            var nobody = gateway.browser();
            for (var path :
                    List.of("/actuator/health/readiness", "/actuator/health/delivery", "/actuator/prometheus")) {
                var answer = nobody.send(HttpRequest.newBuilder(gateway.management(path)));

                assertThat(answer.statusCode()).as(path).isEqualTo(200);
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"gateway", "gateway/routes", "env", "beans", "heapdump", "shutdown", "loggers"})
        @Tag("check-26")
        void offersNothingElse(String endpoint) {
            var answer = gateway.browser().send(HttpRequest.newBuilder(gateway.management("/actuator/" + endpoint)));

            assertThat(answer.statusCode()).isEqualTo(404);
        }
    }

    private Behind behind(String service) {
        return switch (service) {
            case "approval" -> gateway.approval();
            case "content-rules" -> gateway.contentRules();
            case "monitoring" -> gateway.monitoring();
            default -> throw new IllegalArgumentException(service);
        };
    }

    private int behind() {
        return gateway.approval().count()
                + gateway.contentRules().count()
                + gateway.monitoring().count();
    }

    /** The claims of the token a service was sent, once its signature proved right. */
    private JWTClaimsSet claims(Behind.Sent sent) {
        try {
            var token = SignedJWT.parse(sent.headers().getFirst("Authorization").substring("Bearer ".length()));
            var keys = JWKSet.parse(gateway.browser().get("/internal/jwks.json").body());
            var key = keys.getKeyByKeyId(token.getHeader().getKeyID()).toECKey();
            assertThat(token.verify(new ECDSAVerifier(key))).isTrue();
            return token.getJWTClaimsSet();
        } catch (ParseException | JOSEException e) {
            throw new AssertionError(e);
        }
    }

    /** So many bytes, made as they are read. */
    private static final class Endless extends InputStream {
        private long left;

        Endless(long length) {
            left = length;
        }

        @Override
        public int read() {
            return left-- > 0 ? 'v' : -1;
        }
    }
}
