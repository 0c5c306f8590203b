package cn.qianfa.approval.draft;

import static cn.qianfa.approval.People.DRAFTER;
import static cn.qianfa.approval.People.OTHER_DRAFTER;
import static cn.qianfa.approval.People.STRANGER;
import static cn.qianfa.approval.draft.DraftFixture.CLOCK;
import static cn.qianfa.approval.draft.DraftFixture.NOW;
import static cn.qianfa.approval.draft.DraftFixture.aDraft;
import static cn.qianfa.approval.draft.DraftFixture.in;
import static cn.qianfa.approval.draft.DraftFixture.sight;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qianfa.approval.decision.Outcome;
import cn.qianfa.approval.decision.Outcome.Done;
import cn.qianfa.approval.decision.Outcome.Unknown;
import cn.qianfa.approval.decision.Refusal;
import cn.qianfa.contracts.event.DraftRecalled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecallDraftTest {
    private final InMemoryDrafts drafts = new InMemoryDrafts();
    private final RecallDraft recallDraft = new RecallDraft(drafts, sight(), CLOCK);

    @ParameterizedTest
    @MethodSource("beforeItGoesOut")
    void theAuthorTakesItBackBeforeItGoesOut(Draft draft) {
        in(drafts, draft);

        var outcome = recallDraft.recall(draft.id(), DRAFTER);

        assertThat(outcome).isEqualTo(new Done(draft.id().value(), 3, "WRITTEN"));
        assertThat(drafts.find(draft.id()).orElseThrow().value()).isInstanceOf(Draft.Written.class);
        assertThat(drafts.news())
                .containsExactly(new DraftRecalled(draft.id().value(), draft.unit(), DRAFTER.by(), 1, NOW));
    }

    static Draft[] beforeItGoesOut() {
        return new Draft[] {aDraft().submitted(), aDraft().checked(), aDraft().signed()};
    }

    @Test
    void takingItBackTwiceIsTakingItBackOnce() {
        var draft = in(drafts, aDraft().submitted());
        recallDraft.recall(draft.id(), DRAFTER);

        var outcome = recallDraft.recall(draft.id(), DRAFTER);

        assertThat(outcome).isEqualTo(new Done(draft.id().value(), 3, "WRITTEN"));
        assertThat(drafts.news()).hasSize(1);
    }

    @Test
    void nobodyElseTakesItBack() {
        var draft = in(drafts, aDraft().submitted());

        assertThat(recallDraft.recall(draft.id(), OTHER_DRAFTER)).isEqualTo(Outcome.refused(Refusal.NOT_THE_AUTHOR));
        assertThat(recallDraft.recall(draft.id(), STRANGER)).isInstanceOf(Unknown.class);
    }

    @ParameterizedTest
    @MethodSource("nothingToTakeBack")
    void whatWasNeverSubmittedOrIsOutIsRefused(Draft draft) {
        in(drafts, draft);

        assertThat(recallDraft.recall(draft.id(), DRAFTER)).isEqualTo(Outcome.refused(Refusal.WRONG_STATE));
    }

    static Draft[] nothingToTakeBack() {
        return new Draft[] {aDraft().written(), aDraft().released(), aDraft().expired()};
    }
}
