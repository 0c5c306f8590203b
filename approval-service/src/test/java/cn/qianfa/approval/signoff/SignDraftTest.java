package cn.qianfa.approval.signoff;

import static cn.qianfa.approval.People.DIRECTOR;
import static cn.qianfa.approval.People.DRAFTER;
import static cn.qianfa.approval.People.EVERYTHING;
import static cn.qianfa.approval.People.INSPECTOR;
import static cn.qianfa.approval.People.LEADER;
import static cn.qianfa.approval.People.OTHER_DIRECTOR;
import static cn.qianfa.approval.People.PUBLISHER;
import static cn.qianfa.approval.People.STRANGER;
import static cn.qianfa.approval.draft.DraftFixture.CLOCK;
import static cn.qianfa.approval.draft.DraftFixture.NOW;
import static cn.qianfa.approval.draft.DraftFixture.aDraft;
import static cn.qianfa.approval.draft.DraftFixture.finding;
import static cn.qianfa.approval.draft.DraftFixture.in;
import static cn.qianfa.approval.draft.DraftFixture.sight;
import static cn.qianfa.approval.signoff.Step.OFFICE_DIRECTOR;
import static cn.qianfa.approval.signoff.Step.UNIT_LEADER;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qianfa.approval.Asking;
import cn.qianfa.approval.decision.Outcome;
import cn.qianfa.approval.decision.Outcome.Done;
import cn.qianfa.approval.decision.Outcome.Unknown;
import cn.qianfa.approval.decision.Refusal;
import cn.qianfa.approval.draft.Draft;
import cn.qianfa.approval.draft.Importance;
import cn.qianfa.approval.draft.InMemoryDrafts;
import cn.qianfa.contracts.event.Approved;
import cn.qianfa.contracts.event.Approved.PassedWarning;
import cn.qianfa.contracts.identity.Actor;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("article-7")
class SignDraftTest {
    private final InMemoryDrafts drafts = new InMemoryDrafts();
    private final SignDraft signDraft = new SignDraft(drafts, sight(), CLOCK);

    @Nested
    class AnOrdinaryDraft {
        private final Draft draft = in(drafts, aDraft().checked());

        @Test
        void isSignedByTheDirectorAndAnnouncedWithTheExactHash() {
            assertThat(sign(draft, DIRECTOR, OFFICE_DIRECTOR))
                    .isEqualTo(new Done(draft.id().value(), 3, "SIGNED"));
            assertThat(drafts.news())
                    .containsExactly(new Approved(
                            draft.id().value(),
                            draft.unit(),
                            DIRECTOR.by(),
                            1,
                            draft.manuscript().content().hash(),
                            "OFFICE_DIRECTOR",
                            List.of(),
                            NOW));
        }

        @Test
        @Tag("check-04")
        void isNotSignedByAnybodyElse() {
            for (var other : List.of(DRAFTER, LEADER, PUBLISHER, INSPECTOR)) {
                assertThat(sign(draft, other, UNIT_LEADER)).isEqualTo(Outcome.refused(Refusal.NOT_PERMITTED));
            }
            assertThat(sign(draft, STRANGER, OFFICE_DIRECTOR)).isInstanceOf(Unknown.class);
        }

        @Test
        @Tag("check-06")
        void isNotSignedAsAnotherContent() {
            var form = new SignDraft.Form("0".repeat(64), OFFICE_DIRECTOR, List.of());

            assertThat(signDraft.sign(draft.id(), Asking.by(DIRECTOR, form)))
                    .isEqualTo(Outcome.refused(Refusal.CONTENT_CHANGED));
        }

        @Test
        @Tag("check-34")
        void isSignedTwiceAndAnnouncedOnce() {
            sign(draft, DIRECTOR, OFFICE_DIRECTOR);

            assertThat(sign(draft, DIRECTOR, OFFICE_DIRECTOR)).isInstanceOf(Done.class);
            assertThat(sign(draft, OTHER_DIRECTOR, OFFICE_DIRECTOR)).isEqualTo(Outcome.refused(Refusal.WRONG_STATE));
            assertThat(drafts.news()).hasSize(1);
        }
    }

    @Nested
    class AnImportantDraft {
        private final Draft draft = in(drafts, aDraft().of(Importance.IMPORTANT).checked());

        @Test
        @Tag("check-05")
        void isSignedByTheLeaderAndNotByTheDirector() {
            assertThat(sign(draft, DIRECTOR, OFFICE_DIRECTOR)).isEqualTo(Outcome.refused(Refusal.NOT_PERMITTED));
            assertThat(sign(draft, LEADER, UNIT_LEADER)).isInstanceOf(Done.class);
        }
    }

    @Nested
    class AnEmergencyDraft {
        @Test
        void isSignedByEither() {
            for (var signer : List.of(DIRECTOR, LEADER)) {
                var draft = in(drafts, aDraft().of(Importance.EMERGENCY).checked());
                var step = signer == DIRECTOR ? OFFICE_DIRECTOR : UNIT_LEADER;

                assertThat(sign(draft, signer, step)).isInstanceOf(Done.class);
            }
        }

        @Test
        void isSignedUncheckedOnlyAfterFiveMinutesAndWithAReason() {
            var draft = in(drafts, aDraft().of(Importance.EMERGENCY).submitted());
            var reason = new PassedWarning("unchecked", "规则服务中断");

            assertThat(sign(draft, DIRECTOR, OFFICE_DIRECTOR, reason)).isEqualTo(Outcome.refused(Refusal.NOT_CHECKED));
            var later = new SignDraft(drafts, sight(), InstantSource.fixed(NOW.plus(Duration.ofMinutes(5))));
            assertThat(sign(later, draft, DIRECTOR)).isEqualTo(Outcome.refused(Refusal.WARNING_NOT_ANSWERED));
            assertThat(sign(later, draft, DIRECTOR, reason)).isInstanceOf(Done.class);
        }
    }

    @Nested
    @Tag("article-10")
    class ADraftWithFindings {
        @Test
        void isNotSignedBeforeItsVerdict() {
            var draft = in(drafts, aDraft().submitted());

            assertThat(sign(draft, DIRECTOR, OFFICE_DIRECTOR)).isEqualTo(Outcome.refused(Refusal.NOT_CHECKED));
        }

        @Test
        void isNotSignedWithABlockWhateverTheReason() {
            var draft = in(drafts, aDraft().checked(finding("secrecy", "BLOCK")));

            assertThat(sign(draft, DIRECTOR, OFFICE_DIRECTOR, new PassedWarning("secrecy", "理由")))
                    .isEqualTo(Outcome.refused(Refusal.BLOCKED_BY_FINDING));
        }

        @Test
        void isSignedWithAWarningOnlyForAReasonThatIsKept() {
            var draft = in(drafts, aDraft().checked(finding("superlative", "WARN"), finding("style", "NOTE")));
            var reason = new PassedWarning("superlative", "引用文件原文");

            assertThat(sign(draft, DIRECTOR, OFFICE_DIRECTOR)).isEqualTo(Outcome.refused(Refusal.WARNING_NOT_ANSWERED));
            assertThat(sign(draft, DIRECTOR, OFFICE_DIRECTOR, new PassedWarning("other", "理由")))
                    .isEqualTo(Outcome.refused(Refusal.WARNING_NOT_ANSWERED));
            assertThat(sign(draft, DIRECTOR, OFFICE_DIRECTOR, reason)).isInstanceOf(Done.class);
            assertThat(((Approved) drafts.news().getLast()).overrides()).containsExactly(reason);
        }
    }

    @Test
    @Tag("check-03")
    void nobodySignsWhatTheyWroteEvenHoldingEveryRole() {
        var draft = in(drafts, aDraft().by(EVERYTHING).checked());

        assertThat(sign(draft, EVERYTHING, OFFICE_DIRECTOR)).isEqualTo(Outcome.refused(Refusal.DUTIES_NOT_SEPARATE));
    }

    @ParameterizedTest
    @MethodSource("notUnderReview")
    void whatIsNotUnderReviewIsRefused(Draft draft) {
        in(drafts, draft);

        assertThat(sign(draft, OTHER_DIRECTOR, OFFICE_DIRECTOR)).isEqualTo(Outcome.refused(Refusal.WRONG_STATE));
    }

    static Draft[] notUnderReview() {
        return new Draft[] {aDraft().written(), aDraft().signed(), aDraft().released(), aDraft().expired()};
    }

    private Outcome sign(Draft draft, Actor by, Step step, PassedWarning... overrides) {
        var hash = draft.manuscript().content().hash();
        return signDraft.sign(draft.id(), Asking.by(by, new SignDraft.Form(hash, step, List.of(overrides))));
    }

    private static Outcome sign(SignDraft later, Draft draft, Actor by, PassedWarning... overrides) {
        var hash = draft.manuscript().content().hash();
        return later.sign(draft.id(), Asking.by(by, new SignDraft.Form(hash, OFFICE_DIRECTOR, List.of(overrides))));
    }
}
