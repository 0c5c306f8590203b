package cn.qianfa.approval.signoff;

import static cn.qianfa.approval.People.DIRECTOR;
import static cn.qianfa.approval.People.EVERYTHING;
import static cn.qianfa.approval.People.LEADER;
import static cn.qianfa.approval.People.STRANGER;
import static cn.qianfa.approval.draft.DraftFixture.CLOCK;
import static cn.qianfa.approval.draft.DraftFixture.NOW;
import static cn.qianfa.approval.draft.DraftFixture.aDraft;
import static cn.qianfa.approval.draft.DraftFixture.in;
import static cn.qianfa.approval.draft.DraftFixture.sight;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qianfa.approval.Asking;
import cn.qianfa.approval.decision.Outcome;
import cn.qianfa.approval.decision.Outcome.Done;
import cn.qianfa.approval.decision.Outcome.Unknown;
import cn.qianfa.approval.decision.Refusal;
import cn.qianfa.approval.draft.Draft;
import cn.qianfa.approval.draft.InMemoryDrafts;
import cn.qianfa.contracts.event.DraftReturned;
import cn.qianfa.contracts.identity.Actor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("article-7")
class ReturnDraftTest {
    private final InMemoryDrafts drafts = new InMemoryDrafts();
    private final ReturnDraft returnDraft = new ReturnDraft(drafts, sight(), CLOCK);

    @ParameterizedTest
    @MethodSource("underReview")
    void whoCouldSignItSendsItBackWithTheReason(Draft draft) {
        in(drafts, draft);

        assertThat(giveBack(draft, DIRECTOR)).isEqualTo(new Done(draft.id().value(), 3, "WRITTEN"));
        assertThat(drafts.news())
                .containsExactly(new DraftReturned(draft.id().value(), draft.unit(), DIRECTOR.by(), 1, "请核实数字", NOW));
        var stored = drafts.find(draft.id()).orElseThrow().value();
        assertThat(stored).isInstanceOf(Draft.Written.class);
        assertThat(stored.manuscript().history().getLast().reason()).isEqualTo("请核实数字");
    }

    static Draft[] underReview() {
        return new Draft[] {aDraft().submitted(), aDraft().checked(), aDraft().signed()};
    }

    @Test
    void nobodyElseDoes() {
        var draft = in(drafts, aDraft().submitted());

        assertThat(giveBack(draft, LEADER)).isEqualTo(Outcome.refused(Refusal.NOT_PERMITTED));
        assertThat(giveBack(draft, STRANGER)).isInstanceOf(Unknown.class);
    }

    @Test
    void nobodyReviewsWhatTheyWrote() {
        var draft = in(drafts, aDraft().by(EVERYTHING).submitted());

        assertThat(giveBack(draft, EVERYTHING)).isEqualTo(Outcome.refused(Refusal.DUTIES_NOT_SEPARATE));
    }

    @ParameterizedTest
    @MethodSource("notUnderReview")
    void whatIsNotUnderReviewIsRefused(Draft draft) {
        in(drafts, draft);

        assertThat(giveBack(draft, DIRECTOR)).isEqualTo(Outcome.refused(Refusal.WRONG_STATE));
    }

    static Draft[] notUnderReview() {
        return new Draft[] {aDraft().written(), aDraft().released(), aDraft().expired()};
    }

    private Outcome giveBack(Draft draft, Actor by) {
        return returnDraft.giveBack(draft.id(), Asking.by(by, "请核实数字"));
    }
}
