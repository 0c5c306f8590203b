package cn.qianfa.approval.publication;

import static cn.qianfa.approval.People.DIRECTOR;
import static cn.qianfa.approval.People.PUBLISHER;
import static cn.qianfa.approval.People.STRANGER;
import static cn.qianfa.approval.draft.DraftFixture.CLOCK;
import static cn.qianfa.approval.draft.DraftFixture.NOW;
import static cn.qianfa.approval.draft.DraftFixture.aDraft;
import static cn.qianfa.approval.draft.DraftFixture.sight;
import static cn.qianfa.approval.publication.PublicationFixture.in;
import static cn.qianfa.approval.publication.PublicationFixture.jobOf;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qianfa.approval.Asking;
import cn.qianfa.approval.People;
import cn.qianfa.approval.decision.Outcome;
import cn.qianfa.approval.decision.Outcome.Done;
import cn.qianfa.approval.decision.Outcome.Unknown;
import cn.qianfa.approval.decision.Refusal;
import cn.qianfa.approval.draft.DraftFixture;
import cn.qianfa.approval.draft.InMemoryDrafts;
import cn.qianfa.approval.publication.ResolvePublication.Form;
import cn.qianfa.contracts.event.Published;
import cn.qianfa.contracts.identity.Actor;
import cn.qianfa.contracts.identity.Role;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("article-7")
class ResolvePublicationTest {
    private static final Form FOUND = new Form.Found("4711", "https://weibo.example/4711", "平台截图");
    private static final Form NOT_FOUND = new Form.NotFound("平台上没有");

    private final InMemoryDrafts drafts = new InMemoryDrafts();
    private final InMemoryPublications publications = new InMemoryPublications();
    private final ResolvePublication resolvePublication = new ResolvePublication(publications, drafts, sight(), CLOCK);
    private final Job job = jobOf(DraftFixture.in(drafts, aDraft().released()));

    @Test
    void whatWasFoundIsPublishedWithTheEvidenceKept() {
        in(publications, PublicationFixture.uncertain(job));

        assertThat(resolve(PUBLISHER, FOUND)).isEqualTo(new Done(job.id().value(), 3, "PUBLISHED"));
        assertThat(((Published) publications.news().getLast()).address()).isEqualTo("https://weibo.example/4711");
        assertThat(stored().job().resolutions()).containsExactly(new Resolution(PUBLISHER.by(), true, "平台截图", NOW));
    }

    @Test
    void whatWasNotFoundWaitsToBePostedAgain() {
        in(publications, PublicationFixture.uncertain(job));

        assertThat(resolve(PUBLISHER, NOT_FOUND)).isEqualTo(new Done(job.id().value(), 3, "WAITING"));
        assertThat(publications.due(NOW, 10)).containsExactly(job.id());
    }

    @Test
    void whoSignedItDoesNotDecide() {
        in(publications, PublicationFixture.uncertain(job));
        var both = People.of(DIRECTOR.id(), DIRECTOR.unit(), Role.OFFICE_DIRECTOR, Role.PUBLISHER);

        assertThat(resolve(both, NOT_FOUND)).isEqualTo(Outcome.refused(Refusal.DUTIES_NOT_SEPARATE));
        assertThat(resolve(DIRECTOR, NOT_FOUND)).isEqualTo(Outcome.refused(Refusal.NOT_PERMITTED));
        assertThat(resolve(STRANGER, NOT_FOUND)).isInstanceOf(Unknown.class);
    }

    @Test
    void whereNothingIsUncertainThereIsNothingToDecide() {
        in(publications, PublicationFixture.published(job));

        assertThat(resolve(PUBLISHER, NOT_FOUND)).isEqualTo(Outcome.refused(Refusal.WRONG_STATE));
    }

    private Outcome resolve(Actor by, Form form) {
        return resolvePublication.resolve(job.id(), Asking.by(by, form));
    }

    private Publication stored() {
        return publications.find(job.id()).orElseThrow().value();
    }
}
