package cn.qianfa.rules.service;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qianfa.contracts.identity.Actor;
import cn.qianfa.contracts.identity.Role;
import cn.qianfa.rules.service.Client.Answer;
import com.mongodb.client.MongoDatabase;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The editors' live check: who may ask, what is read, what is answered. */
@ServiceTest
@Tag("article-10")
class ChecksIT {
    private static final String CHECKS = "/api/v1/checks";
    private static final Set<Role> MAY_CHECK =
            EnumSet.of(Role.DRAFTER, Role.DUTY_OFFICER, Role.OFFICE_DIRECTOR, Role.UNIT_LEADER);
    private static final Actor DRAFTER = a(Role.DRAFTER);

    private final RunningRules rules;

    ChecksIT(RunningRules rules) {
        this.rules = rules;
    }

    @ParameterizedTest
    @EnumSource
    void thoseWhoWriteOrSignMayCheck(Role role) {
        var answer = rules.as(a(role)).post(CHECKS, body("今日多云"));

        assertThat(answer.status()).isEqualTo(MAY_CHECK.contains(role) ? 200 : 403);
        if (!MAY_CHECK.contains(role)) {
            assertThat(answer.problem()).isEqualTo("not-permitted");
            assertThat(answer.json().get("article").asString()).isEqualTo("A10");
        }
    }

    @Test
    @Tag("check-01")
    void everyRouteNeedsAToken() {
        var routes = rules.context()
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet();

        assertThat(routes).anyMatch(route -> route.getPatternValues().contains(CHECKS));
        for (var route : routes) {
            for (var path : route.getPatternValues()) {
                var asked = path.replaceAll("\\{[a-z]+}", "x");
                assertThat(rules.anybody().post(asked, body("x")).status())
                        .as(path)
                        .isEqualTo(401);
            }
        }
    }

    @Test
    void aFindingNamesArticleSpanAndRemedyInChinese() {
        var answer = check("🎉扫码下单", "zh-CN");

        var finding = answer.json().get("findings").get(0);
        assertThat(finding.propertyNames())
                .containsExactly("rule", "article", "severity", "span", "matched", "message", "remedy", "steps");
        assertThat(finding.get("rule").asString()).isEqualTo("promotion");
        assertThat(finding.get("article").asString()).isEqualTo("A10-9");
        assertThat(finding.get("severity").asString()).isEqualTo("BLOCK");
        assertThat(finding.get("span").toString()).isEqualTo("{\"start\":2,\"end\":6}");
        assertThat(finding.get("matched").asString()).isEqualTo("扫码下单");
        assertThat(finding.get("message").asString()).isEqualTo("政务账号不得从事商业宣传。");
        assertThat(finding.get("remedy").asString()).startsWith("删去推销用语");
    }

    @Test
    void theSameFindingIsSaidInEnglish() {
        var finding = check("扫*码*下*单", "en-GB,zh;q=0.4").json().get("findings").get(0);

        assertThat(finding.get("message").asString()).isEqualTo("Official accounts must not advertise.");
        assertThat(finding.get("remedy").asString()).startsWith("Delete sales talk");
        assertThat(finding.get("steps").get(0).asString()).isEqualTo("inserted symbols skipped");
    }

    @Test
    void saysByWhichRulesAndWhen() {
        var answer = check("今日多云", "zh").json();

        assertThat(answer.get("ruleSet").get("version").asString()).isEqualTo("2026-11-24.1");
        assertThat(answer.get("ruleSet").get("hash").asString()).hasSize(64);
        assertThat(answer.get("checkedAt").asString()).endsWith("Z");
        assertThat(answer.get("findings")).isEmpty();
        assertThat(answer.get("omitted").asInt()).isZero();
        assertThat(answer.has("unchecked")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"POST, WARN", "ANSWER, BLOCK"})
    void aTelephoneNumberWeighsMoreInAnAnswer(String target, String severity) {
        var answer = rules.as(DRAFTER).post(CHECKS, """
                {"text":"请联系13812345678","category":"CONVENIENCE","target":"%s"}""".formatted(target));

        assertThat(answer.json().get("findings").get(0).get("severity").asString())
                .isEqualTo(severity);
    }

    @Test
    void nothingIsWritten() {
        var store = rules.context().getBean(MongoDatabase.class);
        var before = store.listCollectionNames().into(new ArrayList<>());

        assertThat(check("扫码下单", "zh").status()).isEqualTo(200);

        assertThat(store.listCollectionNames().into(new ArrayList<>())).isEqualTo(before);
        for (var collection : before) {
            assertThat(store.getCollection(collection).countDocuments())
                    .as(collection)
                    .isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"text\":null}",
                "{\"text\":1}",
                "{\"text\":[\"x\"]}",
                "{\"text\":{\"$ne\":null}}",
                "{\"text\":\"\"}",
                "{\"text\":\" \\n\"}",
                "{\"text\":\"nul \\u0000\"}",
                "{\"text\":\"half \\ud83d\"}",
                "{\"text\":\"x\",\"$set\":{\"a\":1}}",
                "{\"text\":\"x\",\"ruleSet\":\"2026-11-24.1\"}",
                "{\"text\":\"x\",\"category\":\"SEVENTH\"}",
                "{\"text\":\"x\",\"category\":1}",
                "{\"text\":\"x\",\"target\":\"COMMENT\"}",
                "{\"text\":\"x\",\"target\":\"post\"}"
            })
    void isInvalid(String json) {
        var answer = rules.as(DRAFTER).post(CHECKS, json);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.problem()).isEqualTo("invalid");
        assertThat(answer.json().get("errors")).hasSize(1);
        assertThat(answer.json().get("traceId").asString()).hasSize(32);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {" ", "{", "[]", "\"text\"", "null", "{\"text\":\"x\"} {}", "{\"text\":\"x\",\"text\":\"y\"}"})
    void isMalformed(String json) {
        var answer = rules.as(DRAFTER).post(CHECKS, json);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("malformed");
    }

    @Test
    void bytesThatAreNoUtf8AreMalformed() {
        var overlong = "{\"text\":\"\u00c0\u00af\"}".getBytes(ISO_8859_1);

        assertThat(post(overlong, "application/json").problem()).isEqualTo("malformed");
    }

    @Test
    void aTextOfTwentyThousandCharactersIsCheckedAndOneMoreIsNot() {
        assertThat(check("字".repeat(20_000), "zh").status()).isEqualTo(200);
        assertThat(check("😀".repeat(20_000), "zh").status()).isEqualTo(200);
        assertThat(check("字".repeat(20_001), "zh").problem()).isEqualTo("invalid");
        assertThat(check("x".repeat(256 * 1024), "zh").problem()).isEqualTo("too-large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "application/xml", "nonsense"})
    void anotherKindOfContentIsNotTaken(String type) {
        var answer = post(body("x").getBytes(UTF_8), type);

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.problem()).isEqualTo("unsupported-media");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/checks, 405, method-not-allowed",
        "DELETE, /api/v1/checks, 405, method-not-allowed",
        "POST, /api/v1/checks/1, 404, not-found",
        "GET, /api/v1/nothing, 404, not-found",
        "GET, /actuator/health, 404, not-found"
    })
    void whatIsNotThereIsAProblem(String method, String path, int status, String problem) {
        var client = rules.as(DRAFTER);

        var answer = client.send(client.request(path).method(method, BodyPublishers.noBody()));

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(problem);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void refusalsSpeakTheReadersLanguage() {
        assertThat(check("", "zh-CN").json().get("title").asString()).isEqualTo("内容不符合要求");
        assertThat(check("", "en").json().get("title").asString()).isEqualTo("Not as expected");
    }

    private Answer check(String text, String language) {
        var client = rules.as(DRAFTER);
        return client.send(client.json(CHECKS, body(text)).header("Accept-Language", language));
    }

    private Answer post(byte[] body, String type) {
        var client = rules.as(DRAFTER);
        return client.send(client.request(CHECKS).header("Content-Type", type).POST(BodyPublishers.ofByteArray(body)));
    }

    private static String body(String text) {
        return """
                {"text":"%s"}""".formatted(text);
    }

    private static Actor a(Role role) {
        return new Actor(role.name().toLowerCase(Locale.ROOT), "town", Set.of(role));
    }
}
