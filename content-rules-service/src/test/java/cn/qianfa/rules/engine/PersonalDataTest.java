package cn.qianfa.rules.engine;

import static cn.qianfa.rules.engine.Rules.answer;
import static cn.qianfa.rules.engine.Rules.brief;
import static cn.qianfa.rules.engine.Rules.comment;
import static cn.qianfa.rules.engine.Rules.findings;
import static cn.qianfa.rules.engine.Rules.post;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qianfa.rules.ruleset.Severity;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The numbers here are made up; those with check characters follow the published examples of the standards. */
@Tag("article-10")
class PersonalDataTest {
    @ParameterizedTest
    @CsvSource({
        "请联系13800138000咨询, personal-number[13800138000]",
        "请联系138 0013 8000。, personal-number[138 0013 8000]",
        "请联系138-0013-8000, personal-number[138-0013-8000]",
        "请联系+86 13800138000, personal-number[13800138000]",
        "请联系8613800138000, personal-number[13800138000]",
        "tel13800138000, personal-number[13800138000]",
        "１３８００１３８０００, personal-number[１３８００１３８０００]",
        "一三八零零一三八零零零, personal-number[一三八零零一三八零零零]",
        "138oo138oO1, personal-number[138oo138oO1]",
        "138零零138零零零, personal-number[138零零138零零零]",
        "拨打13800138000一直没人接, personal-number[13800138000]",
        "1★3★8★0★0★1★3★8★0★0★0, personal-number[1★3★8★0★0★1★3★8★0★0★0]",
        "13800138000/13900139000, personal-number[13800138000] personal-number[13900139000]",
        "家中0912-3456780, personal-number[0912-3456780]",
        "家中（029）88881234, personal-number[029）88881234]",
        "证号11010519491231002X, identity-card[11010519491231002X]",
        "证号11010519491231002x。, identity-card[11010519491231002x]",
        "证号110105 19491231 002Ｘ, identity-card[110105 19491231 002Ｘ]",
        "证号440524188001010014, ''",
        "卡号6222026006705354217, ''",
        "卡号4111111111111111, bank-card[4111111111111111]",
        "卡号6200 0000 0000 0005, bank-card[6200 0000 0000 0005]",
        "车牌陕A·12345, plate[陕A·12345]",
        "车牌陕AD12345, plate[陕AD12345]",
        "邮箱ann.li@example.com。, email[ann.li@example.com]",
        "邮箱ann＠example．com, email[ann＠example．com]",
        "住幸福小区3号楼2单元501室, home-address[3号楼2单元501室]",
        "幸福小区3号楼2单元501, home-address[3号楼2单元501]",
        "共5户。3号楼2单元501室, home-address[3号楼2单元501室]",
        "家住李家村3组12号, home-address[3组12号]",
    })
    void isFoundExactlyWhereItStands(String text, String found) {
        assertThat(String.join(" ", brief(post(text)))).isEqualTo(found);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "请拨打12345、110、119、12315、95598、4008001234",
                "服务热线0912-3456780",
                "值班电话：0912-3456780",
                "本单位0912-3456789、工作手机13900000000",
                "投资13800000000元",
                "订单号20138001380001",
                "序列号SN13800138000",
                "编号138001380001",
                "2024-11-24 13:30至2024-11-25 18:00",
                "人口15 000 000 000",
                "证号110105194912310021",
                "证号11010519491331002X",
                "卡号4111111111111112",
                "2021 2022 2023 2024",
                "乘G7次列车从京到沪",
                "沪A股5日上涨",
                "京东12345件",
                "举报邮箱12388@example.gov.cn",
                "@某某局 转发@example",
                "幸福小区3号楼2单元10户居民停水",
                "政务大厅3号楼201室",
                "人民路12号3楼",
                "3座桥5个村民小组",
            })
    void passesItsNearMisses(String text) {
        assertThat(brief(post(text))).isEmpty();
    }

    @Test
    void isOneFindingWhereTwoFormsWouldFit() {
        // Gansu's identity numbers begin like a bank card.
        assertThat(brief(post("620102199001010070"))).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    @Tag("article-13")
    void blocksAnAnswerToACitizenWhereItOnlyWarnsInAPost() {
        assertThat(findings(post("13800138000"))).extracting(Finding::severity).containsExactly(Severity.WARN);
        assertThat(findings(answer("13800138000")))
                .extracting(Finding::severity)
                .containsExactly(Severity.BLOCK);
    }

    @Test
    @Tag("article-13")
    void inACommentCallsForAPrivateAnswer() {
        var finding = findings(comment("我的电话13800138000一直没人联系")).getFirst();

        assertThat(finding.rule()).isEqualTo("exposed-number");
        assertThat(finding.remedy().zh()).contains("私信");
    }

    @ParameterizedTest
    @CsvSource({
        "联系13800138000。, 联系138****8000。",
        "联系138-0013-8000。, 联系138-****-8000。",
        "证号11010519491231002X, 证号110*************2X",
        "卡4111 1111 1111 1111, 卡**** **** **** 1111",
        "陕A·12345, 陕A·***45",
        "😀ann.li@example.com, 😀a**.**@example.com",
        "a@example.com, *@example.com",
        "幸福小区3号楼2单元501室, 幸福小区*号楼*单元***室",
    })
    void isMaskedOnRequestWithoutMovingAnything(String text, String masked) {
        var result = Rules.CHECKER.mask(post(text), Rules.DRAFTS).orElseThrow();

        assertThat(result.parts()).containsExactly(masked);
        assertThat(result.places()).isEqualTo(1);
        assertThat(brief(post(masked))).isEmpty();
    }

    @Test
    void isMaskedAlsoBeyondTheNumberOfFindingsAVerdictHas() {
        var text = "联系13800138000；".repeat(300);

        var result = Rules.CHECKER.mask(post(text), Rules.DRAFTS).orElseThrow();

        assertThat(result.parts().getFirst()).isEqualTo("联系138****8000；".repeat(300));
        assertThat(result.places()).isEqualTo(300);
    }
}
