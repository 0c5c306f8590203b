package cn.qianfa.approval.draft;

import static cn.qianfa.approval.People.DRAFTER;
import static cn.qianfa.approval.People.LEADER;
import static cn.qianfa.approval.draft.DraftFixture.CLOCK;
import static cn.qianfa.approval.draft.DraftFixture.CONTENT;
import static cn.qianfa.approval.draft.DraftFixture.IDS;
import static cn.qianfa.approval.draft.DraftFixture.content;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qianfa.approval.Asking;
import cn.qianfa.approval.decision.Asked;
import cn.qianfa.approval.decision.Outcome;
import cn.qianfa.approval.decision.Outcome.Done;
import cn.qianfa.approval.decision.Outcome.KeyReused;
import cn.qianfa.approval.decision.Refusal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class WriteDraftTest {
    private final InMemoryDrafts drafts = new InMemoryDrafts();
    private final WriteDraft writeDraft = new WriteDraft(drafts, IDS, CLOCK);

    @Test
    void aDrafterBeginsADraftOfTheirUnit() {
        var outcome = writeDraft.write(Asking.by(DRAFTER, CONTENT));

        var manuscript = draft(outcome).manuscript();
        assertThat(manuscript.author()).isEqualTo(DRAFTER.id());
        assertThat(manuscript.unit()).isEqualTo(DRAFTER.unit());
        assertThat(manuscript.content()).isEqualTo(CONTENT);
        assertThat(drafts.news()).isEmpty();
    }

    @Test
    void theSameCommandAgainIsAnsweredWithTheSameDraft() {
        var first = writeDraft.write(Asking.by(DRAFTER, "key", "hash", CONTENT));
        var again = writeDraft.write(Asking.by(DRAFTER, "key", "hash", CONTENT));

        assertThat(again).isEqualTo(first).isInstanceOf(Done.class);
    }

    @Test
    void theSameKeyWithAnotherTextIsRefused() {
        writeDraft.write(Asking.by(DRAFTER, "key", "hash", CONTENT));

        var again = writeDraft.write(Asking.by(DRAFTER, "key", "other", content("别的")));

        assertThat(again).isInstanceOf(KeyReused.class);
    }

    @Test
    @Tag("article-7")
    void whoIsNoDrafterIsRefusedBeforeTheTextIsRead() {
        var asked = new Asked<Content>(LEADER, () -> fail("command"), () -> fail("content"));

        assertThat(writeDraft.write(asked)).isEqualTo(Outcome.refused(Refusal.NOT_PERMITTED));
    }

    private Draft draft(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Done.class);
        return drafts.find(new DraftId(((Done) outcome).id())).orElseThrow().value();
    }

    private static <T> T fail(String what) {
        throw new AssertionError(what + " was read");
    }
}
