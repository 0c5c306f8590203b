package cn.qianfa.approval.publication;

import static cn.qianfa.approval.People.PUBLISHER;
import static cn.qianfa.approval.draft.DraftFixture.NOW;
import static cn.qianfa.approval.draft.DraftFixture.aDraft;
import static cn.qianfa.approval.registry.RegistryFixture.ACCOUNT;

import cn.qianfa.approval.draft.Draft;
import cn.qianfa.contracts.delivery.Cause;
import java.time.Instant;
import java.util.List;

/** Publications in every state, as sentences. */
public final class PublicationFixture {
    private PublicationFixture() {}

    public static Job aJob() {
        return jobOf(aDraft().released());
    }

    public static Job jobOf(Draft draft) {
        var hash = draft.manuscript().content().hash();
        var id = PublicationId.of(draft.id(), ACCOUNT, hash);
        return new Job(id, draft.id(), ACCOUNT, draft.unit(), PUBLISHER.by(), hash, NOW, List.of());
    }

    public static Publication.Waiting waiting(Job job, Instant dueAt) {
        return new Publication.Waiting(job, dueAt);
    }

    public static Publication.Publishing publishing(Job job, Instant until) {
        return new Publication.Publishing(job, "process", until);
    }

    public static Publication.Published published(Job job) {
        return new Publication.Published(job, new Post("post", "/site/" + ACCOUNT + "/posts/post", NOW));
    }

    public static Publication.Uncertain uncertain(Job job) {
        return new Publication.Uncertain(job, "no-answer", NOW);
    }

    public static Publication.Failed failed(Job job) {
        return new Publication.Failed(job, "account-not-filed", NOW);
    }

    public static Publication.Cancelled cancelled(Job job) {
        return new Publication.Cancelled(job, PUBLISHER.by(), "改期", NOW);
    }

    /** Puts it into the store as it is, whatever led there. */
    public static <P extends Publication> P in(Publications publications, P publication) {
        publications.add(waiting(publication.job(), NOW), Cause.OWN);
        publications.save(publications.find(publication.id()).orElseThrow().with(publication));
        return publication;
    }
}
