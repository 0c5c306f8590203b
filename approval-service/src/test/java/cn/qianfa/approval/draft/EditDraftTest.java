package cn.qianfa.approval.draft;

import static cn.qianfa.approval.People.DIRECTOR;
import static cn.qianfa.approval.People.DRAFTER;
import static cn.qianfa.approval.People.OTHER_DRAFTER;
import static cn.qianfa.approval.People.STRANGER;
import static cn.qianfa.approval.draft.DraftFixture.CLOCK;
import static cn.qianfa.approval.draft.DraftFixture.aDraft;
import static cn.qianfa.approval.draft.DraftFixture.content;
import static cn.qianfa.approval.draft.DraftFixture.in;
import static cn.qianfa.approval.draft.DraftFixture.sight;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qianfa.approval.decision.Outcome;
import cn.qianfa.approval.decision.Outcome.Done;
import cn.qianfa.approval.decision.Outcome.Stale;
import cn.qianfa.approval.decision.Outcome.Unknown;
import cn.qianfa.approval.decision.Outcome.VersionRequired;
import cn.qianfa.approval.decision.Refusal;
import cn.qianfa.contracts.event.DraftRecalled;
import cn.qianfa.contracts.identity.Actor;
import java.util.OptionalLong;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EditDraftTest {
    private final InMemoryDrafts drafts = new InMemoryDrafts();
    private final EditDraft editDraft = new EditDraft(drafts, sight(), CLOCK);

    @Nested
    class AWrittenDraft {
        private final Draft draft = in(drafts, aDraft().written());

        @Test
        @Tag("article-7")
        void isChangedByAnotherDrafterWhoSoBecomesAWriter() {
            var outcome = edit(draft, OTHER_DRAFTER, content("改"));

            assertThat(outcome).isInstanceOf(Done.class);
            assertThat(stored(draft).manuscript().content()).isEqualTo(content("改"));
            assertThat(stored(draft).manuscript().writers())
                    .containsExactlyInAnyOrder(DRAFTER.id(), OTHER_DRAFTER.id());
        }

        @Test
        void isNotChangedByWhoReadAnOlderVersion() {
            edit(draft, DRAFTER, content("先"));

            var outcome = editDraft.edit(draft.id(), DRAFTER, () -> content("后"), OptionalLong.of(2));

            assertThat(outcome).isEqualTo(new Stale(3));
            assertThat(stored(draft).manuscript().content()).isEqualTo(content("先"));
        }

        @Test
        void isNotChangedByWhoDoesNotSayWhatTheyRead() {
            var outcome = editDraft.edit(draft.id(), DRAFTER, () -> content("改"), OptionalLong.empty());

            assertThat(outcome).isInstanceOf(VersionRequired.class);
        }

        @Test
        void isNotChangedByWhoIsNoDrafter() {
            assertThat(edit(draft, DIRECTOR, content("改"))).isEqualTo(Outcome.refused(Refusal.NOT_PERMITTED));
        }

        @Test
        @Tag("article-3")
        @Tag("check-02")
        void doesNotExistForAnotherUnit() {
            assertThat(edit(draft, STRANGER, content("改"))).isInstanceOf(Unknown.class);
        }

        @Test
        void keepsOneEntryForOnePersonsManyEdits() {
            edit(draft, DRAFTER, content("一"));
            edit(draft, DRAFTER, content("二"));
            edit(draft, OTHER_DRAFTER, content("三"));
            edit(draft, DRAFTER, content("四"));

            assertThat(stored(draft).manuscript().history())
                    .extracting(entry -> entry.by().staff())
                    .containsExactly("drafter", "drafter", "other-drafter", "drafter");
        }
    }

    @Nested
    class ASignedDraft {
        private final Draft.Signed draft = in(drafts, aDraft().signed());

        @Test
        @Tag("article-7")
        @Tag("check-06")
        void losesItsSignatureWithOneCharacterChanged() {
            var text = draft.manuscript().content().text();

            var outcome = edit(draft, DRAFTER, content(text + "。"));

            assertThat(outcome).isInstanceOf(Done.class);
            assertThat(stored(draft)).isInstanceOf(Draft.Written.class);
            assertThat(drafts.news()).singleElement().isInstanceOf(DraftRecalled.class);
        }

        @Test
        void keepsItsSignatureWhereNothingIsChanged() {
            var outcome = edit(draft, OTHER_DRAFTER, draft.manuscript().content());

            assertThat(outcome).isInstanceOf(Done.class);
            assertThat(stored(draft)).isEqualTo(draft);
        }

        @Test
        void stillKnowsWhoSignedItBefore() {
            edit(draft, DRAFTER, content("改"));

            assertThat(stored(draft).manuscript().signers()).containsExactly(DIRECTOR.id());
        }
    }

    @ParameterizedTest
    @MethodSource("notToBeChanged")
    void isRefusedWhereItIsUnderReviewOrOut(Draft draft) {
        in(drafts, draft);

        assertThat(edit(draft, DRAFTER, content("改"))).isEqualTo(Outcome.refused(Refusal.WRONG_STATE));
    }

    static Draft[] notToBeChanged() {
        return new Draft[] {aDraft().submitted(), aDraft().released(), aDraft().expired()};
    }

    private Outcome edit(Draft draft, Actor by, Content content) {
        var version = drafts.find(draft.id()).orElseThrow().revision().version();
        return editDraft.edit(draft.id(), by, () -> content, OptionalLong.of(version));
    }

    private Draft stored(Draft draft) {
        return drafts.find(draft.id()).orElseThrow().value();
    }
}
