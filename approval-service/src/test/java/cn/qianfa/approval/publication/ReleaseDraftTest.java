package cn.qianfa.approval.publication;

import static cn.qianfa.approval.People.DIRECTOR;
import static cn.qianfa.approval.People.DRAFTER;
import static cn.qianfa.approval.People.PUBLISHER;
import static cn.qianfa.approval.People.STRANGER;
import static cn.qianfa.approval.draft.DraftFixture.CLOCK;
import static cn.qianfa.approval.draft.DraftFixture.NOW;
import static cn.qianfa.approval.draft.DraftFixture.aDraft;
import static cn.qianfa.approval.draft.DraftFixture.finding;
import static cn.qianfa.approval.draft.DraftFixture.in;
import static cn.qianfa.approval.draft.DraftFixture.sight;
import static cn.qianfa.approval.draft.DraftFixture.verdictOn;
import static cn.qianfa.approval.registry.RegistryFixture.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qianfa.approval.Asking;
import cn.qianfa.approval.People;
import cn.qianfa.approval.decision.Outcome;
import cn.qianfa.approval.decision.Outcome.Done;
import cn.qianfa.approval.decision.Outcome.Unknown;
import cn.qianfa.approval.decision.Refusal;
import cn.qianfa.approval.draft.Draft;
import cn.qianfa.approval.draft.Importance;
import cn.qianfa.approval.draft.InMemoryDrafts;
import cn.qianfa.approval.draft.WhenCheckedKeepVerdict;
import cn.qianfa.approval.registry.RegistryFixture;
import cn.qianfa.contracts.delivery.Position;
import cn.qianfa.contracts.event.DraftReleased;
import cn.qianfa.contracts.identity.Actor;
import cn.qianfa.contracts.identity.Role;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("article-7")
class ReleaseDraftTest {
    private final RegistryFixture district = new RegistryFixture().filing();
    private final InMemoryDrafts drafts = new InMemoryDrafts();
    private final ReleaseDraft releaseDraft = new ReleaseDraft(drafts, district.accounts, sight(), CLOCK);

    @Nested
    class ASignedDraft {
        private final Draft draft = in(drafts, aDraft().signed());

        @Test
        void isReleasedByTheAccountAdministratorAndAnnounced() {
            assertThat(release(draft, PUBLISHER)).isEqualTo(new Done(draft.id().value(), 3, "RELEASED"));
            assertThat(drafts.news())
                    .containsExactly(new DraftReleased(
                            draft.id().value(),
                            draft.unit(),
                            PUBLISHER.by(),
                            1,
                            draft.manuscript().content().hash(),
                            List.of(ACCOUNT),
                            NOW,
                            NOW));
        }

        @Test
        void isReleasedForLaterButNeverForEarlier() {
            var tomorrow = NOW.plusSeconds(86_400);

            release(draft, PUBLISHER, tomorrow);
            var other = in(drafts, aDraft().signed());
            release(other, PUBLISHER, NOW.minusSeconds(60));

            assertThat(drafts.news())
                    .extracting(news -> ((DraftReleased) news).publishAt())
                    .containsExactly(tomorrow, NOW);
        }

        @Test
        void isNotReleasedByWhoIsNotToPublish() {
            assertThat(release(draft, DRAFTER)).isEqualTo(Outcome.refused(Refusal.NOT_PERMITTED));
            assertThat(release(draft, STRANGER)).isInstanceOf(Unknown.class);
        }

        @Test
        void isNotReleasedByWhoSignedIt() {
            var both = People.of(DIRECTOR.id(), DIRECTOR.unit(), Role.OFFICE_DIRECTOR, Role.PUBLISHER);

            assertThat(release(draft, both)).isEqualTo(Outcome.refused(Refusal.DUTIES_NOT_SEPARATE));
        }

        @Test
        @Tag("article-5")
        void isNotReleasedToAnAccountThatIsNotFiledOrNotItsUnits() {
            for (var account : List.of("site.elsewhere", "site.village", "nonsense")) {
                var form = new ReleaseDraft.Form(List.of(ACCOUNT, account), null);

                assertThat(releaseDraft.release(draft.id(), Asking.by(PUBLISHER, form)))
                        .isEqualTo(Outcome.refused(Refusal.ACCOUNT_NOT_FILED));
            }
        }

        @Test
        @Tag("article-10")
        void isNotReleasedWhereANewerVerdictBlocks() {
            new WhenCheckedKeepVerdict(drafts)
                    .react(
                            verdictOn(draft, finding("secrecy", "BLOCK")),
                            new Position("verdicts", draft.id().value(), 1, "event"));

            assertThat(release(draft, PUBLISHER)).isEqualTo(Outcome.refused(Refusal.BLOCKED_BY_FINDING));
        }

        @Test
        void isReleasedTwiceAndAnnouncedOnce() {
            release(draft, PUBLISHER);

            assertThat(release(draft, PUBLISHER)).isInstanceOf(Done.class);
            assertThat(drafts.news()).hasSize(1);
        }
    }

    @Test
    @Tag("article-9")
    void inAnEmergencyTheDrafterMayPublishWhatAnotherSigned() {
        var draft = in(drafts, aDraft().of(Importance.EMERGENCY).signed());

        assertThat(release(draft, DRAFTER)).isInstanceOf(Done.class);
    }

    @ParameterizedTest
    @MethodSource("notSigned")
    void whatIsNotSignedIsRefused(Draft draft) {
        in(drafts, draft);

        assertThat(release(draft, PUBLISHER)).isEqualTo(Outcome.refused(Refusal.WRONG_STATE));
    }

    static Draft[] notSigned() {
        return new Draft[] {aDraft().written(), aDraft().submitted(), aDraft().checked(), aDraft().expired()};
    }

    private Outcome release(Draft draft, Actor by) {
        return releaseDraft.release(draft.id(), Asking.by(by, new ReleaseDraft.Form(List.of(ACCOUNT), null)));
    }

    private void release(Draft draft, Actor by, Instant at) {
        releaseDraft.release(draft.id(), Asking.by(by, new ReleaseDraft.Form(List.of(ACCOUNT), at)));
    }
}
