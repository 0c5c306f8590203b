package cn.qianfa.approval.service;

import static cn.qianfa.approval.draft.DraftFixture.finding;
import static cn.qianfa.approval.draft.DraftFixture.olderFinding;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A finding says what it keeps, where it stands and what to do, in the reader's language. */
@ServiceTest
@Tag("article-10")
class FindingsIT {
    private final RunningApproval approval;
    private final Town town;

    FindingsIT(RunningApproval approval) {
        this.approval = approval;
        this.town = new Town(approval);
    }

    @Test
    void aFindingNamesArticleSpanAndRemedyInChinese() {
        var id = town.checked("限 时 抢购", finding("promotion", "WARN"));

        assertThat(findings(id, "zh-CN,en;q=0.5").get(0))
                .isEqualTo(JsonMapper.shared().readTree("""
                        {"rule":"promotion","article":"A10-9","severity":"WARN","span":{"start":0,"end":2},
                         "matched":"限时抢购","message":"疑似广告","remedy":"删除","steps":["跳过空格"]}"""));
    }

    @Test
    void theSameFindingIsSaidInEnglish() {
        var id = town.checked("限 时 抢购", finding("promotion", "WARN"));

        assertThat(findings(id, "en").get(0)).isEqualTo(JsonMapper.shared().readTree("""
                        {"rule":"promotion","article":"A10-9","severity":"WARN","span":{"start":0,"end":2},
                         "matched":"限时抢购","message":"It looks like advertising","remedy":"Delete it",
                         "steps":["spaces skipped"]}"""));
    }

    @Test
    void anOlderFindingIsSaidInChineseToEverybody() {
        var id = town.checked("限时抢购", olderFinding("promotion", "WARN"));

        var finding = findings(id, "en").get(0);

        assertThat(finding.get("message").asString()).isEqualTo("疑似广告");
        assertThat(finding.has("matched")).isFalse();
    }

    private JsonNode findings(String draft, String language) {
        var client = approval.as(town.director);
        var answer = client.send(client.request("/api/v1/drafts/%s/findings".formatted(draft))
                .header("Accept-Language", language)
                .GET());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Vary")).contains("Accept-Language");
        return answer.json().get("findings");
    }
}
