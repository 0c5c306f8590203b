package cn.qianfa.rules.engine;

import static cn.qianfa.rules.engine.Rules.comment;
import static cn.qianfa.rules.engine.Rules.findings;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qianfa.rules.ruleset.Severity;
import cn.qianfa.rules.ruleset.Urgency;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("article-13")
class CommentsTest {
    @ParameterizedTest
    @CsvSource({
        "我真的不想活了, self-harm, EMERGENCY",
        "河边有人落水快来, emergency, EMERGENCY",
        "再拖我就弄死你, threat, PROMPT",
        "我的号码13800138000, exposed-number, PROMPT",
        "刷单返利找我, comment-fraud, PROMPT",
        "听说要地震了, unverified-safety-claim, PROMPT",
        "路灯坏了没人管, complaint, PROMPT",
        "我要上访, petition, PROMPT",
        "请问周六上班吗, question, ROUTINE",
        "扫码下单, comment-advertising, ROUTINE",
        "狗东西, abuse, ROUTINE",
    })
    void areSortedByHowSoonAPersonShouldLook(String text, String rule, Urgency urgency) {
        var finding = findings(comment(text)).getFirst();

        assertThat(finding.rule()).isEqualTo(rule);
        assertThat(finding.urgency()).isEqualTo(urgency);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "你们单位办事太慢了，非常失望",
                "这个政策不合理，我反对",
                "领导不作为，差评",
                "跳楼价大甩卖",
                "医生是我的救命恩人",
                "谢谢，已解决",
            })
    void areNotFlaggedForCriticismOrAFigureOfSpeech(String text) {
        assertThat(findings(comment(text))).isEmpty();
    }

    @Test
    void neverBlock() {
        assertThat(findings(comment("狗东西，弄死你，刷单返利，赌*博")))
                .isNotEmpty()
                .noneMatch(finding -> finding.severity() == Severity.BLOCK);
    }
}
