package cn.qianfa.approval.service;

import static cn.qianfa.approval.People.ADMIN;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qianfa.approval.service.Client.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent is read exactly, and whatever is wrong with it is said. */
@ServiceTest
class BadInputIT {
    private final RunningApproval approval;
    private final Town town;

    BadInputIT(RunningApproval approval) {
        this.approval = approval;
        this.town = new Town(approval);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"importance\":\"ORDINARY\",\"text\":\"x\",\"status\":\"SIGNED\"}",
                "{\"importance\":\"ORDINARY\",\"text\":\"x\",\"signedBy\":\"director\"}",
                "{\"importance\":\"ORDINARY\",\"text\":\"x\",\"unitId\":\"district\"}",
                "{\"importance\":\"ORDINARY\",\"text\":\"x\",\"$set\":{\"a\":1}}",
                "{\"importance\":\"ORDINARY\",\"text\":{\"$ne\":null}}",
                "{\"importance\":{\"$gt\":\"\"},\"text\":\"x\"}",
                "{\"importance\":\"ordinary\",\"text\":\"x\"}",
                "{\"importance\":1,\"text\":\"x\"}",
                "{\"importance\":\"ORDINARY\",\"text\":1}",
                "{\"importance\":\"ORDINARY\",\"text\":[\"x\"]}",
                "{\"importance\":\"ORDINARY\",\"text\":\"\"}",
                "{\"importance\":\"ORDINARY\",\"text\":\" \\n\"}",
                "{\"importance\":\"ORDINARY\",\"text\":null}",
                "{\"importance\":\"ORDINARY\",\"text\":\"nul \\u0000\"}",
                "{\"importance\":\"ORDINARY\",\"text\":\"half \\ud83d\"}",
                "{\"importance\":\"ORDINARY\",\"category\":\"SEVENTH\",\"text\":\"x\"}",
                "{\"importance\":\"ORDINARY\"}",
                "{}"
            })
    @Tag("check-08")
    @Tag("check-11")
    void isInvalid(String json) {
        var answer = post(json);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.problem()).isEqualTo("invalid");
        assertThat(answer.json().get("errors")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "\"text\"",
                "null",
                "{\"importance\":\"ORDINARY\",\"text\":\"x\"} {}",
                "{\"text\":\"x\",\"text\":\"y\",\"importance\":\"ORDINARY\"}",
                "{'text':'x'}",
                "{\"text\":NaN}"
            })
    void isMalformed(String json) {
        var answer = post(json.isEmpty() ? " " : json);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("malformed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"nobody\"", "\"a@b.example\\r\\nBcc: c@d.example\"", "1", "[\"a@b.example\"]"})
    void anAddressThatIsNoneIsPointedTo(String email) {
        var json = "{\"id\":\"duty.of-nobody\",\"name\":\"值班员\",\"roles\":[\"DUTY_OFFICER\"],\"email\":%s}";

        var answer = approval.as(ADMIN).post("/api/v1/units/district/staff", json.formatted(email));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().get("errors")).hasSize(1);
        assertThat(answer.json().get("errors").get(0).get("field").asString()).isEqualTo("email");
    }

    @Test
    void bytesThatAreNoUtf8AreMalformed() {
        var overlong = "{\"importance\":\"ORDINARY\",\"text\":\"\u00c0\u00af\"}".getBytes(ISO_8859_1);
        var halves = "{\"importance\":\"ORDINARY\",\"text\":\"\u00ed\u00a0\u0080\"}".getBytes(ISO_8859_1);

        assertThat(post(overlong, "application/json").problem()).isEqualTo("malformed");
        assertThat(post(halves, "application/json").problem()).isEqualTo("malformed");
    }

    @Test
    void aTextOfTwentyThousandCharactersIsTakenAndOneMoreIsNot() {
        assertThat(post(Town.draft("字".repeat(20_000))).status()).isEqualTo(201);
        assertThat(post(Town.draft("😀".repeat(20_000))).status()).isEqualTo(201);
        assertThat(post(Town.draft("字".repeat(20_001))).problem()).isEqualTo("invalid");
    }

    @Test
    @Tag("check-24")
    void anythingLargerThanIsTakenIsTooLarge() {
        var answer = post(Town.draft("x".repeat(256 * 1024)));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.problem()).isEqualTo("too-large");
    }

    @Test
    @Tag("check-24")
    void aDeepNestIsRefusedWithoutFalling() {
        assertThat(post("{\"text\":" + "[".repeat(100_000)).status()).isEqualTo(400);
        assertThat(post("{\"text\":" + "[".repeat(400) + "]".repeat(400) + "}").status())
                .isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "application/xml", "nonsense"})
    void anotherKindOfContentIsNotTaken(String type) {
        var answer = post(Town.draft("x").getBytes(UTF_8), type);

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.problem()).isEqualTo("unsupported-media");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /api/v1/units                  | {"id":"Großstadt","name":"x","parent":"district"}      | id
                    /api/v1/units                  | {"id":"a.b","name":"x","parent":"district"}            | id
                    /api/v1/units                  | {"id":"x-1","name":"x","parent":"nowhere"}             | parent
                    /api/v1/units/{town}/staff     | {"id":"../etc","name":"x","roles":["DRAFTER"]}         | id
                    /api/v1/units/{town}/staff     | {"id":"x","name":"x","roles":[]}                       | roles
                    /api/v1/units/{town}/staff     | {"id":"x","name":"x","roles":["KING"]}                 | roles
                    /api/v1/units/{town}/accounts  | {"platform":"weibo","name":"x"}                        | platform
                    /api/v1/accounts/site.{town}/closure | {"notice":""}                                    | notice
                    """)
    void theRegistryNamesWhatIsWrong(String path, String json, String field) {
        var answer = approval.as(ADMIN).post(path.replace("{town}", town.name), json);

        assertThat(answer.problem()).as(answer.text()).isEqualTo("invalid");
        assertThat(answer.json().get("errors").get(0).get("field").asString()).isEqualTo(field);
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        var answer = post("{\"text\":\"\",\"nonsense\":1}");

        assertThat(answer.json().get("errors"))
                .extracting(error -> error.get("field").asString())
                .containsExactlyInAnyOrder("importance", "text", "nonsense");
    }

    @Test
    void aCommandWithoutContentTakesNone() {
        var id = town.written("x");
        var path = "/api/v1/drafts/%s/submission".formatted(id);

        assertThat(approval.as(town.drafter).post(path, "{\"force\":true}").problem())
                .isEqualTo("invalid");
        assertThat(approval.as(town.drafter).post(path, "{}").status()).isEqualTo(202);
    }

    private Answer post(String json) {
        return approval.as(town.drafter).post("/api/v1/drafts", json);
    }

    private Answer post(byte[] body, String type) {
        var client = approval.as(town.drafter);
        return client.send(client.request("/api/v1/drafts")
                .header("Content-Type", type)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofByteArray(body)));
    }
}
