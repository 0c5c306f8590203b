package cn.qianfa.approval.service;

import static cn.qianfa.approval.People.ADMIN;
import static cn.qianfa.approval.draft.DraftFixture.finding;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qianfa.approval.People;
import cn.qianfa.approval.service.Client.Answer;
import cn.qianfa.contracts.identity.Role;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every refusal has its own answer, in the reader's language, with the article that says so. */
@ServiceTest
class RefusalsIT {
    private final RunningApproval approval;
    private final Town town;

    RefusalsIT(RunningApproval approval) {
        this.approval = approval;
        this.town = new Town(approval);
    }

    @Test
    @Tag("article-7")
    @Tag("check-03")
    void dutiesAreSeparate() {
        var everything = town.person("everything", Role.values());
        town.appoint(everything);
        var own = approval.as(everything)
                .post("/api/v1/drafts", Town.draft("自己写"))
                .id();
        approval.as(everything).post("/api/v1/drafts/%s/submission".formatted(own), "");
        var others = town.checked("别人写");
        town.sign(everything, others);

        isRefused(town.sign(everything, own), 403, "duties-not-separate", "A7");
        isRefused(town.release(everything, others), 403, "duties-not-separate", "A7");
        isRefused(town.sign(town.drafter, others), 403, "not-permitted", "");
        isRefused(
                approval.as(town.person("other", Role.DRAFTER)).post("/api/v1/drafts/%s/submission".formatted(own), ""),
                403,
                "not-the-author",
                "A7");
    }

    @Test
    @Tag("article-9")
    void whatHasNoCategoryIsNotSubmitted() {
        var id = approval.as(town.drafter).post("/api/v1/drafts", """
                        {"importance":"ORDINARY","text":"没有类别"}""").id();

        var answer = approval.as(town.drafter).post("/api/v1/drafts/%s/submission".formatted(id), "");

        isRefused(answer, 422, "invalid", "A9");
        assertThat(answer.json().get("errors").get(0).get("field").asString()).isEqualTo("category");
    }

    @Test
    @Tag("article-10")
    void findingsStandInTheWay() {
        var waiting = town.submitted("未检查");
        var blocked = town.checked("被禁止", finding("secrecy", "BLOCK"));
        var warned = town.checked("有警告", finding("superlative", "WARN"));

        isRefused(town.sign(town.director, waiting), 409, "wrong-state", "A10");
        isRefused(town.sign(town.director, blocked), 409, "blocked-by-finding", "A10");
        isRefused(town.sign(town.director, warned), 422, "invalid", "A10");
        var findings = approval.as(town.director).get("/api/v1/drafts/%s/findings".formatted(warned));
        assertThat(findings.json().get("checked").asString()).isEqualTo("WARNED");
        assertThat(findings.json().get("findings").get(0).get("rule").asString())
                .isEqualTo("superlative");
        assertThat(town.sign(town.director, warned, """
                        {"rule":"superlative","reason":"引用文件原文"}""").status()).isEqualTo(200);
    }

    @Test
    @Tag("article-7")
    @Tag("check-06")
    void onlyWhatWasReadIsSigned() {
        var id = town.checked("通知");

        var answer = approval.as(town.director)
                .post("/api/v1/drafts/%s/sign-offs".formatted(id), """
                {"contentHash":"%s","step":"OFFICE_DIRECTOR"}""".formatted("0".repeat(64)));

        isRefused(answer, 409, "content-changed", "A7");
    }

    @Test
    @Tag("article-5")
    void anAccountThatIsNotFiledDoesNotPublish() {
        var id = town.signed("通知");

        var answer = approval.as(town.publisher).post("/api/v1/drafts/%s/publications".formatted(id), """
                {"accounts":["site.district"]}""");

        isRefused(answer, 409, "account-not-filed", "A5");
    }

    @Test
    void whatIsThereIsNotRegisteredAgain() {
        var admin = approval.as(ADMIN);

        isRefused(admin.post("/api/v1/units", """
                {"id":"%s","name":"x","parent":"district"}""".formatted(town.name)), 409, "wrong-state", "A3");
        isRefused(admin.post("/api/v1/units/%s/accounts".formatted(town.name), """
                {"platform":"site","name":"x"}"""), 409, "wrong-state", "A3");
    }

    @Test
    void aReturnTellsTheAuthorWhyAndTheHistoryKeepsIt() {
        var id = town.checked("通知");

        var returned = approval.as(town.director).post("/api/v1/drafts/%s/returns".formatted(id), """
                {"reason":"请核实数字"}""");

        assertThat(returned.json().get("state").asString()).isEqualTo("WRITTEN");
        assertThat(town.draftOf(id).json().get("returnedFor").asString()).isEqualTo("请核实数字");
        assertThat(approval.as(town.drafter)
                        .get("/api/v1/drafts/%s/history".formatted(id))
                        .json()
                        .get("items"))
                .extracting(act -> act.get("act").asString())
                .containsExactly("RETURNED", "SUBMITTED", "WRITTEN");
        isRefused(town.sign(town.director, id), 409, "wrong-state", "");
    }

    @Test
    void problemsAreInTheReadersLanguageAndNameTheTrace() {
        var director = approval.as(town.director);
        var trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        var asked = director.json("/api/v1/drafts", Town.draft("x"))
                .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01");

        var chinese = director.send(asked);
        var english = director.send(asked.header("Accept-Language", "en, zh;q=0.5"));

        assertThat(chinese.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(chinese.json().get("title").asString()).isEqualTo("无权操作");
        assertThat(english.json().get("title").asString()).isEqualTo("Not permitted");
        assertThat(chinese.json().get("traceId").asString()).isEqualTo(trace);
        assertThat(chinese.json().get("status").asInt()).isEqualTo(403);
    }

    @Test
    @Tag("check-37")
    void nothingTellsHowWeAreBuilt() {
        var drafter = approval.as(town.drafter);
        var answers = List.of(
                drafter.get("/api/v1/nothing"),
                drafter.get("/error"),
                drafter.delete("/api/v1/drafts"),
                drafter.get("/api/v1/drafts/%00"),
                drafter.get("/api/v1/drafts/" + "x".repeat(500)));

        for (var answer : answers) {
            assertThat(answer.status()).isBetween(400, 499);
            assertThat(answer.text()).doesNotContainIgnoringCase("exception", "spring", "tomcat", "cn.qianfa", "java");
        }
    }

    private static void isRefused(Answer answer, int status, String problem, String article) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(problem);
        var named = answer.json().get("article");
        assertThat(named == null ? "" : named.asString()).isEqualTo(article);
        assertThat(answer.json().get("traceId").asString()).matches("[0-9a-f]{32}");
    }

    @Test
    void anAdministratorSeesNoDraft() {
        var id = town.written("稿件");

        isRefused(approval.as(ADMIN).get("/api/v1/drafts"), 403, "not-permitted", "");
        isRefused(approval.as(ADMIN).get("/api/v1/drafts/" + id), 404, "not-found", "");
        assertThat(approval.as(People.INSPECTOR).get("/api/v1/drafts/" + id).status())
                .isEqualTo(200);
    }
}
