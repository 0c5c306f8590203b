package cn.qianfa.monitoring.alert.smtp;

import static cn.qianfa.monitoring.casework.CaseFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qianfa.contracts.event.CommentFlagged;
import cn.qianfa.monitoring.alert.AlertId;
import cn.qianfa.monitoring.alert.Bell.Call;
import cn.qianfa.monitoring.alert.Bell.Said;
import cn.qianfa.monitoring.alert.Notice;
import cn.qianfa.monitoring.casework.CaseId;
import cn.qianfa.monitoring.casework.Matter;
import cn.qianfa.monitoring.classification.Urgency;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("article-13")
class MailTextTest {
    private final MailText chinese = new MailText(Words.in("zh"), "https://q.example/alerts/{alert}");
    private final MailText english = new MailText(Words.in("en"), "https://q.example/");

    private static Said said(String id, String unit, Urgency urgency, @Nullable Instant due, String... reasons) {
        var why = List.of(reasons).stream()
                .map(reason -> new CommentFlagged.Reason(reason.startsWith("Rule") ? "rules" : "intent", reason, 0.9))
                .toList();
        var matter = new Matter(new CaseId(id), id, unit, "site", "post", urgency, why, NOW);
        var at = NOW.plusSeconds(600);
        return new Said(new Notice(new AlertId(matter.id(), 2), matter, "duty1", at, at.plusSeconds(9), due), unit);
    }

    private static Call call(Said... said) {
        return new Call("id", "a@b.example", List.of(said));
    }

    @Test
    void saysInChineseWhereToLookWhyHowSoonAndUntilWhen() {
        var call = call(said(
                "case",
                "区卫生健康局",
                Urgency.EMERGENCY,
                NOW.plusSeconds(1200),
                "self-harm",
                "RuleOfTheUnit",
                "unheard-of"));

        assertThat(chinese.subject(call)).isEqualTo("【特急】区卫生健康局：有评论等待处置（第 2 轮）");
        assertThat(chinese.body(call)).isEqualToNormalizingNewlines("""
                区卫生健康局账号下有一条评论被标记，请您尽快处置。

                单位：区卫生健康局
                紧急程度：特急
                标记原因：轻生、内容规则 RuleOfTheUnit、其他
                标记时间：2026年11月24日 09:02（北京时间）
                轮次：第 2 轮，2026年11月24日 09:12 通知
                时限：2026年11月24日 09:22 前无人确认，将通知下一位值班员
                通知编号：case.2
                前往处置：https://q.example/alerts/case.2

                本邮件不含评论内容，也不含评论者的任何信息，请登录系统查看。
                本邮件由系统自动发出，请勿回复。
                """);
    }

    @Test
    void saysTheSameInEnglish() {
        var call = call(said("case", "Health Bureau", Urgency.ROUTINE, null, "complaint"));

        assertThat(english.subject(call)).isEqualTo("[ROUTINE] Health Bureau: a comment is waiting for you (round 2)");
        assertThat(english.body(call)).isEqualToNormalizingNewlines("""
                A comment under an account of Health Bureau was flagged. Please see to it soon.

                Unit: Health Bureau
                Urgency: ROUTINE
                Flagged because of: a complaint
                Flagged at: 2026-11-24 09:02 (Beijing time)
                Round: 2, told at 2026-11-24 09:12
                Time limit: as the system shows it, until somebody acknowledges
                Alert: case.2
                Go to: https://q.example/

                This mail has neither the comment's words nor anything about who wrote them; sign in to read it.
                This mail was sent by a machine; do not answer it.
                """);
    }

    @Test
    void gathersManyWithTheirCountsAndLinks() {
        var call = call(
                said("a", "区卫生健康局", Urgency.ROUTINE, null, "question"),
                said("b", "区水务局", Urgency.URGENT, null, "threat"));

        assertThat(chinese.subject(call)).isEqualTo("【紧急】区卫生健康局等 2 个单位：2 条评论等待处置（汇总）");
        assertThat(chinese.body(call)).isEqualToNormalizingNewlines("""
                短时间内通知较多，以下 2 条合为一封：
                其中：特急 0 条、紧急 1 条、一般 1 条

                - 【一般】区卫生健康局：咨询，2026年11月24日 09:12，第 2 轮
                  a.2  https://q.example/alerts/a.2
                - 【紧急】区水务局：威胁，2026年11月24日 09:12，第 2 轮
                  b.2  https://q.example/alerts/b.2

                前往处置：https://q.example/alerts/

                本邮件不含评论内容，也不含评论者的任何信息，请登录系统查看。
                本邮件由系统自动发出，请勿回复。
                """);
        assertThat(english.subject(call))
                .isEqualTo("[URGENT] 区卫生健康局 and others, 2 units: 2 comments are waiting for you (digest)");
        assertThat(english.body(call)).contains("EMERGENCY 0, URGENT 1, ROUTINE 1", "- [URGENT] 区水务局: a threat,");
    }

    @Test
    void listsAHundredAndCountsTheRest() {
        var many = IntStream.range(0, 150)
                .mapToObj(number -> said("case" + number, "区卫生健康局", Urgency.URGENT, null, "threat"))
                .toList();

        var body = chinese.body(new Call("id", "a@b.example", many));

        assertThat(body).contains("以下 150 条", "case99.2", "另有 50 条").doesNotContain("case100.2");
    }

    @Test
    void writesTheMidnightOfBeijingAsItsNewDay() {
        var late = new Notice(
                new AlertId(new CaseId("c"), 1),
                said("c", "x", Urgency.URGENT, null, "threat").notice().matter(),
                "duty1",
                Instant.parse("2026-12-31T16:00:00Z"),
                NOW);

        assertThat(chinese.body(call(new Said(late, "x")))).contains("2027年1月1日 00:00 通知");
    }
}
