package cn.qianfa.approval.publication;

import static cn.qianfa.approval.People.DIRECTOR;
import static cn.qianfa.approval.People.DRAFTER;
import static cn.qianfa.approval.People.PUBLISHER;
import static cn.qianfa.approval.People.STRANGER;
import static cn.qianfa.approval.draft.DraftFixture.CLOCK;
import static cn.qianfa.approval.draft.DraftFixture.NOW;
import static cn.qianfa.approval.draft.DraftFixture.sight;
import static cn.qianfa.approval.publication.PublicationFixture.aJob;
import static cn.qianfa.approval.publication.PublicationFixture.in;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qianfa.approval.Asking;
import cn.qianfa.approval.decision.Outcome;
import cn.qianfa.approval.decision.Outcome.Done;
import cn.qianfa.approval.decision.Outcome.Unknown;
import cn.qianfa.approval.decision.Refusal;
import cn.qianfa.contracts.event.PublicationCancelled;
import cn.qianfa.contracts.identity.Actor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("article-7")
class CancelPublicationTest {
    private final InMemoryPublications publications = new InMemoryPublications();
    private final CancelPublication cancelPublication = new CancelPublication(publications, sight(), CLOCK);

    @Test
    void aWaitingOneIsCancelledOnceAndAnnounced() {
        var waiting = in(publications, PublicationFixture.waiting(aJob(), NOW));

        var outcome = cancel(waiting, DIRECTOR);
        var again = cancel(waiting, PUBLISHER);

        assertThat(outcome).isEqualTo(new Done(waiting.id().value(), 3, "CANCELLED"));
        assertThat(again).isEqualTo(outcome);
        assertThat(publications.news())
                .singleElement()
                .isInstanceOfSatisfying(
                        PublicationCancelled.class,
                        news -> assertThat(news.by()).isEqualTo(DIRECTOR.by()));
    }

    @Test
    void whoHasNoPartInItDoesNotCancelIt() {
        var waiting = in(publications, PublicationFixture.waiting(aJob(), NOW));

        assertThat(cancel(waiting, DRAFTER)).isEqualTo(Outcome.refused(Refusal.NOT_PERMITTED));
        assertThat(cancel(waiting, STRANGER)).isInstanceOf(Unknown.class);
    }

    @ParameterizedTest
    @MethodSource("notWaiting")
    void whatDoesNotWaitIsNotCancelled(Publication publication) {
        in(publications, publication);

        assertThat(cancel(publication, PUBLISHER)).isEqualTo(Outcome.refused(Refusal.WRONG_STATE));
    }

    static Publication[] notWaiting() {
        return new Publication[] {
            PublicationFixture.publishing(aJob(), NOW),
            PublicationFixture.published(aJob()),
            PublicationFixture.uncertain(aJob()),
            PublicationFixture.failed(aJob())
        };
    }

    private Outcome cancel(Publication publication, Actor by) {
        return cancelPublication.cancel(publication.id(), Asking.by(by, "改期"));
    }
}
