package cn.qianfa.approval.draft;

import static cn.qianfa.approval.People.DRAFTER;
import static cn.qianfa.approval.People.INSPECTOR;
import static cn.qianfa.approval.People.OTHER_DRAFTER;
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
import cn.qianfa.approval.decision.Outcome.KeyReused;
import cn.qianfa.approval.decision.Outcome.Unknown;
import cn.qianfa.approval.decision.Refusal;
import cn.qianfa.contracts.event.DraftSubmitted;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SubmitDraftTest {
    private final InMemoryDrafts drafts = new InMemoryDrafts();
    private final SubmitDraft submitDraft = new SubmitDraft(drafts, sight(), CLOCK);

    @Nested
    class AWrittenDraft {
        private final Draft.Written draft = in(drafts, aDraft().written());

        @Test
        @Tag("article-7")
        void isSubmittedByItsAuthorAndAnnounced() {
            var outcome = submitDraft.submit(draft.id(), Asking.by(DRAFTER));

            assertThat(outcome).isEqualTo(new Done(draft.id().value(), 3, "SUBMITTED"));
            assertThat(stored(draft)).isInstanceOf(Draft.Submitted.class);
            assertThat(drafts.news())
                    .containsExactly(new DraftSubmitted(
                            draft.id().value(),
                            draft.unit(),
                            DRAFTER.by(),
                            1,
                            "CONVENIENCE",
                            "ORDINARY",
                            draft.manuscript().content().text(),
                            draft.manuscript().content().hash(),
                            NOW));
        }

        @Test
        void isRefusedFromAnyoneElse() {
            var outcome = submitDraft.submit(draft.id(), Asking.by(OTHER_DRAFTER));

            assertThat(outcome).isEqualTo(Outcome.refused(Refusal.NOT_THE_AUTHOR));
            assertThat(stored(draft)).isEqualTo(draft);
        }

        @Test
        void isRefusedFromAnInspectorWhoMaySeeIt() {
            var outcome = submitDraft.submit(draft.id(), Asking.by(INSPECTOR));

            assertThat(outcome).isEqualTo(Outcome.refused(Refusal.NOT_THE_AUTHOR));
        }

        @Test
        @Tag("article-3")
        void doesNotExistForAnotherUnit() {
            var outcome = submitDraft.submit(draft.id(), Asking.by(STRANGER));

            assertThat(outcome).isInstanceOf(Unknown.class);
        }

        @Test
        void answersTheSameCommandAgainEvenAfterItMovedOn() {
            var first = submitDraft.submit(draft.id(), Asking.by(DRAFTER, "key", "hash"));
            new RecallDraft(drafts, sight(), CLOCK).recall(draft.id(), DRAFTER);

            var again = submitDraft.submit(draft.id(), Asking.by(DRAFTER, "key", "hash"));

            assertThat(again).isEqualTo(first);
            assertThat(stored(draft)).isInstanceOf(Draft.Written.class);
        }

        @Test
        void refusesTheKeyOfAnotherCommand() {
            submitDraft.submit(draft.id(), Asking.by(DRAFTER, "key", "hash"));

            var again = submitDraft.submit(draft.id(), Asking.by(DRAFTER, "key", "other"));

            assertThat(again).isInstanceOf(KeyReused.class);
        }
    }

    @Nested
    class ASubmittedDraft {
        @Test
        void isAskedTwiceAndAnnouncedOnce() {
            var draft = in(drafts, aDraft().written());
            submitDraft.submit(draft.id(), Asking.by(DRAFTER));

            var outcome = submitDraft.submit(draft.id(), Asking.by(DRAFTER));

            assertThat(outcome).isInstanceOf(Done.class);
            assertThat(drafts.news()).hasSize(1);
        }
    }

    @Test
    @Tag("article-9")
    void aDraftWithoutACategoryIsRefused() {
        var draft = in(drafts, aDraft().uncategorised().written());

        var outcome = submitDraft.submit(draft.id(), Asking.by(DRAFTER));

        assertThat(outcome).isEqualTo(Outcome.refused(Refusal.UNCATEGORISED));
        assertThat(drafts.news()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("past")
    void whatIsPastSubmissionIsRefused(Draft draft) {
        in(drafts, draft);

        var outcome = submitDraft.submit(draft.id(), Asking.by(DRAFTER));

        assertThat(outcome).isEqualTo(Outcome.refused(Refusal.WRONG_STATE));
    }

    static Draft[] past() {
        return new Draft[] {aDraft().signed(), aDraft().released(), aDraft().expired()};
    }

    @Test
    void aResubmissionCountsOn() {
        var draft = in(drafts, aDraft().written());
        submitDraft.submit(draft.id(), Asking.by(DRAFTER));
        new RecallDraft(drafts, sight(), CLOCK).recall(draft.id(), DRAFTER);

        submitDraft.submit(draft.id(), Asking.by(DRAFTER));

        assertThat(((DraftSubmitted) drafts.news().getLast()).submission()).isEqualTo(2);
    }

    private Draft stored(Draft draft) {
        return drafts.find(draft.id()).orElseThrow().value();
    }
}
