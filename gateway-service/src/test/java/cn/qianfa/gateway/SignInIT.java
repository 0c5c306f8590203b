package cn.qianfa.gateway;

import static cn.qianfa.gateway.running.RunningGateway.ADMIN_PASSWORD;
import static cn.qianfa.gateway.running.RunningGateway.PASSWORD;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.qianfa.contracts.identity.Role;
import cn.qianfa.gateway.running.Browser;
import cn.qianfa.gateway.running.Json;
import cn.qianfa.gateway.running.RunningGateway;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Signing in and out, over HTTP, with the real store and the registry's word from the real broker. */
@Tag("article-6")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignInIT {
    private static final Duration A_MINUTE = Duration.ofSeconds(60);

    private final RunningGateway gateway = RunningGateway.start(Map.of("qianfa.gateway.session.lock", "5s"));
    private final Browser admin = gateway.admin();

    @AfterAll
    void stop() {
        gateway.close();
    }

    @Nested
    class ASignedInPerson {
        @Test
        void isToldWhoTheyAre() {
            var session = Json.read(admin.get("/api/v1/session").body());

            assertThat(session.path("id").asString()).isEqualTo("admin");
            assertThat(session.path("name").asString()).isEqualTo("姓名 admin");
            assertThat(session.path("unit").asString()).isEqualTo("district");
            assertThat(session.path("roles").toString()).isEqualTo("[\"ADMIN\"]");
            assertThat(session.path("csrf").asString())
                    .isEqualTo(admin.cookies().get("XSRF-TOKEN"));
            assertThat(Json.read(admin.get("/api/v1/me").body()).propertyNames())
                    .containsExactlyInAnyOrder("id", "name", "unit", "roles");
        }

        @Test
        @Tag("check-38")
        void holdsACookieNoScriptReadsAndNoOtherSiteSends() {
            var answer = gateway.browser().signIn("admin", ADMIN_PASSWORD);

            assertThat(answer.headers().allValues("Set-Cookie"))
                    .anyMatch(cookie -> cookie.startsWith("QIANFA_SESSION=")
                            && cookie.contains("HttpOnly")
                            && cookie.contains("SameSite=Strict")
                            && !cookie.contains("Max-Age"))
                    .anyMatch(cookie -> cookie.startsWith("XSRF-TOKEN=")
                            && !cookie.contains("HttpOnly")
                            && cookie.contains("SameSite=Strict"));
        }

        @Test
        @Tag("check-21")
        void isSignedOutAtOnceAndForGood() {
            var browser = signedIn();
            var stolen = Map.copyOf(browser.cookies());

            assertThat(browser.delete("/api/v1/session").statusCode()).isEqualTo(204);

            assertThat(browser.cookies()).isEmpty();
            browser.cookies().putAll(stolen);
            assertThat(browser.get("/api/v1/session").statusCode()).isEqualTo(401);
        }

        @Test
        void getsANewSessionEachTimeAndLosesTheOld() {
            var browser = signedIn();
            var before = Map.copyOf(browser.cookies());

            browser.signIn("admin", ADMIN_PASSWORD);

            assertThat(browser.cookies().get("QIANFA_SESSION")).isNotEqualTo(before.get("QIANFA_SESSION"));
            assertThat(browser.get("/api/v1/session").statusCode()).isEqualTo(200);
            browser.cookies().putAll(before);
            assertThat(browser.get("/api/v1/session").statusCode()).isEqualTo(401);
        }

        @Test
        @Tag("check-22")
        void writesOnlyFromOurPages() {
            var browser = signedIn();
            var other = signedIn();

            var bare = browser.send(browser.bare("/api/v1/session").DELETE());
            var foreign = browser.send(browser.bare("/api/v1/session")
                    .header("X-XSRF-TOKEN", other.cookies().get("XSRF-TOKEN"))
                    .DELETE());

            assertThat(bare.statusCode()).isEqualTo(403);
            assertThat(Json.text(bare.body(), "type")).isEqualTo("urn:problem:csrf");
            assertThat(foreign.statusCode()).isEqualTo(403);
            assertThat(browser.get("/api/v1/session").statusCode()).isEqualTo(200);
        }

        @Test
        void staysSignedInAcrossARestart() {
            var browser = signedIn();

            gateway.restart();

            assertThat(browser.get("/api/v1/session").statusCode()).isEqualTo(200);
        }

        @Test
        @Tag("check-21")
        void isToldOfANewRoleWithoutSigningInAgain() {
            var browser = gateway.signedIn(admin, "promoted", "district", Role.DRAFTER);
            gateway.registry().appoints("promoted", "district", Role.OFFICE_DIRECTOR);

            await().atMost(A_MINUTE)
                    .untilAsserted(
                            () -> assertThat(Json.read(browser.get("/api/v1/me").body())
                                            .path("roles")
                                            .toString())
                                    .isEqualTo("[\"OFFICE_DIRECTOR\"]"));
        }

        @Test
        @Tag("check-21")
        void losesEverythingOnLeaving() {
            var browser = gateway.signedIn(admin, "leaver", "district", Role.DRAFTER);
            assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(200);

            gateway.registry().left("leaver", "district");

            await().atMost(A_MINUTE).until(() -> browser.get("/api/v1/me").statusCode() == 401);
            assertThat(browser.signIn("leaver", PASSWORD).statusCode()).isEqualTo(401);

            gateway.registry().appoints("leaver", "district", Role.DRAFTER);
            await().atMost(A_MINUTE).until(() -> admin.activationCode("leaver").statusCode() == 201);
            assertThat(browser.get("/api/v1/me").statusCode())
                    .as("the old session")
                    .isEqualTo(401);
            assertThat(browser.signIn("leaver", PASSWORD).statusCode())
                    .as("the old password")
                    .isEqualTo(401);
        }
    }

    @Nested
    class AWrongPassword {
        @Test
        @Tag("check-18")
        void isAnsweredLikeAWrongName() {
            var wrong = gateway.browser().signIn("admin", "not the password at all");
            var unknown = gateway.browser().signIn("nobody-of-this-house", "not the password at all");

            assertThat(wrong.statusCode()).isEqualTo(401);
            assertThat(unknown.statusCode()).isEqualTo(401);
            assertThat(withoutTrace(wrong)).isEqualTo(withoutTrace(unknown)).contains("登录名或密码不正确");
            assertThat(wrong.headers().map().keySet())
                    .isEqualTo(unknown.headers().map().keySet());
        }

        @Test
        @Tag("check-18")
        void locksTheNameAfterFiveWhetherAnyoneHasItOrNot() {
            gateway.signedIn(admin, "forgetful", "district", Role.DRAFTER);

            for (var name : new String[] {"forgetful", "invented"}) {
                var browser = gateway.browser();
                lock(browser, name);

                var refused = browser.signIn(name, PASSWORD);
                assertThat(refused.statusCode()).isEqualTo(429);
                assertThat(refused.headers().firstValueAsLong("Retry-After").orElse(0))
                        .isBetween(1L, 5L);
            }

            await().atMost(A_MINUTE)
                    .until(() -> gateway.browser().signIn("forgetful", PASSWORD).statusCode() == 200);
        }

        private void lock(Browser browser, String name) {
            for (var wrong = 0; wrong < 5; wrong++) {
                await().atMost(A_MINUTE)
                        .until(() ->
                                browser.signIn(name, "not the password at all").statusCode() == 401);
            }
        }
    }

    @Nested
    class AnActivationCode {
        @Test
        void setsAPasswordOnce() {
            gateway.registry().appoints("newcomer", "district", Role.PUBLISHER);
            var issued = await().atMost(A_MINUTE)
                    .until(() -> admin.activationCode("newcomer"), answer -> answer.statusCode() == 201);
            var code = Json.text(issued.body(), "activationCode");
            var browser = gateway.browser();

            var weak = browser.activate(code, "newcomer");
            assertThat(weak.statusCode()).isEqualTo(422);
            assertThat(weak.body()).contains("至少 12 个字符", "不包含登录名");

            assertThat(Json.text(browser.activate(code, PASSWORD).body(), "name"))
                    .isEqualTo("newcomer");
            assertThat(browser.activate(code, PASSWORD + "!").statusCode()).isEqualTo(422);
            assertThat(browser.signIn("newcomer", PASSWORD).statusCode()).isEqualTo(200);
        }

        @Test
        @Tag("check-04")
        void isGivenOutByAdministratorsAlone() {
            var drafter = gateway.signedIn(admin, "drafter-1", "district", Role.DRAFTER);

            assertThat(drafter.activationCode("admin").statusCode()).isEqualTo(403);
            assertThat(admin.activationCode("admin").statusCode()).isEqualTo(403);
            assertThat(admin.activationCode("nobody").statusCode()).isEqualTo(404);
        }

        @Test
        void isTheSameForTheSameCommand() {
            gateway.registry().appoints("twice", "district", Role.PUBLISHER);
            await().atMost(A_MINUTE).until(() -> admin.activationCode("twice").statusCode() == 201);
            var path = "/api/v1/staff/twice/activation-code";

            var first = admin.send(
                    admin.request(path).header("Idempotency-Key", "k").POST(BodyPublishers.noBody()));
            var again = admin.send(
                    admin.request(path).header("Idempotency-Key", "k").POST(BodyPublishers.noBody()));
            var without = admin.send(admin.request(path).POST(BodyPublishers.noBody()));

            assertThat(again.body()).isEqualTo(first.body());
            assertThat(without.statusCode()).isEqualTo(422);
            assertThat(without.body()).contains("Idempotency-Key");
        }
    }

    @Nested
    class APassword {
        @Test
        void isChangedByKnowingItAndEndsTheOtherSessions() {
            var desk = gateway.signedIn(admin, "changer", "district", Role.DRAFTER);
            var phone = gateway.browser();
            phone.signIn("changer", PASSWORD);

            assertThat(change(desk, "guessed", PASSWORD + "!").statusCode()).isEqualTo(422);
            assertThat(change(desk, PASSWORD, "short").statusCode()).isEqualTo(422);
            assertThat(change(desk, PASSWORD, PASSWORD + "!").statusCode()).isEqualTo(204);

            assertThat(desk.get("/api/v1/me").statusCode()).isEqualTo(200);
            assertThat(phone.get("/api/v1/me").statusCode()).isEqualTo(401);
            assertThat(phone.signIn("changer", PASSWORD + "!").statusCode()).isEqualTo(200);
        }

        private HttpResponse<String> change(Browser browser, String current, String password) {
            return browser.put(
                    "/api/v1/me/password", "{\"current\":\"%s\",\"password\":\"%s\"}".formatted(current, password));
        }
    }

    @Nested
    class ThePage {
        @Test
        void signsInAndOutWithoutScripts() {
            var browser = gateway.browser();

            var page = browser.get("/sign-in");
            assertThat(page.body())
                    .contains("<form method=\"post\" action=\"/sign-in\">")
                    .doesNotContain("<script");

            var signedIn = send(browser, "/sign-in", field(page.body()), "admin", ADMIN_PASSWORD);
            assertThat(signedIn.statusCode()).isEqualTo(303);
            assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(200);

            var signOut =
                    send(browser, "/sign-out", field(browser.get("/sign-in").body()), "", "");
            assertThat(signOut.statusCode()).isEqualTo(303);
            assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(401);
        }

        @Test
        @Tag("check-22")
        void isTakenOnlyFromItself() {
            var browser = gateway.browser();
            browser.get("/sign-in");
            var foreign = field(gateway.browser().get("/sign-in").body());

            assertThat(send(browser, "/sign-in", foreign, "admin", ADMIN_PASSWORD)
                            .statusCode())
                    .isEqualTo(403);
            assertThat(send(gateway.browser(), "/sign-in", foreign, "admin", ADMIN_PASSWORD)
                            .statusCode())
                    .isEqualTo(403);
        }

        @Test
        @Tag("check-12")
        void saysWhatWasWrongInTheReadersLanguageAndRunsNothingThatWasTyped() {
            var browser = gateway.browser();
            var field = field(browser.get("/sign-in").body());

            var refused = send(browser, "/sign-in", field, "<script>alert(1)</script>", "wrong");

            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(refused.body()).contains("登录名或密码不正确", "&lt;script&gt;").doesNotContain("<script");
        }

        private HttpResponse<String> send(Browser browser, String path, String csrf, String name, String password) {
            var form = "_csrf=" + encoded(csrf) + "&name=" + encoded(name) + "&password=" + encoded(password);
            return browser.send(browser.bare(path)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(form)));
        }

        private String encoded(String value) {
            return URLEncoder.encode(value, UTF_8);
        }

        private String field(String page) {
            var start = page.indexOf("name=\"_csrf\" value=\"") + 20;
            return page.substring(start, page.indexOf('"', start));
        }
    }

    @Nested
    class WhileTheStoreIsAway {
        @Test
        void isSaidSoAndNobodyIsSignedOut() {
            var browser = signedIn();

            gateway.stack().withoutStore(() -> {
                var answer = browser.get("/api/v1/session");
                assertThat(answer.statusCode()).isEqualTo(503);
                assertThat(Json.text(answer.body(), "type")).isEqualTo("urn:problem:unavailable");
                assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            });

            await().atMost(A_MINUTE).until(() -> browser.get("/api/v1/session").statusCode() == 200);
        }
    }

    private Browser signedIn() {
        var browser = gateway.browser();
        browser.signIn("admin", ADMIN_PASSWORD);
        return browser;
    }

    private static String withoutTrace(HttpResponse<String> answer) {
        return answer.body().replaceAll("\"traceId\":\"[0-9a-f]{32}\"", "");
    }
}
