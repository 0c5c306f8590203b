package cn.qianfa.approval.publication.mongo;

import cn.qianfa.approval.draft.DraftId;
import cn.qianfa.approval.publication.Job;
import cn.qianfa.approval.publication.Post;
import cn.qianfa.approval.publication.Publication;
import cn.qianfa.approval.publication.PublicationId;
import cn.qianfa.approval.publication.Resolution;
import cn.qianfa.contracts.event.By;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;

/** A publication's states as documents. */
final class PublicationDocuments {
    private PublicationDocuments() {}

    static Document write(Publication publication) {
        var document =
                write(publication.job()).append("state", publication.state().name());
        return switch (publication) {
            case Publication.Waiting waiting -> document.append("dueAt", Date.from(waiting.dueAt()));
            case Publication.Publishing publishing ->
                document.append("claim", publishing.claim()).append("until", Date.from(publishing.until()));
            case Publication.Published published ->
                document.append("post", published.post().id())
                        .append("address", published.post().address())
                        .append("at", Date.from(published.post().at()));
            case Publication.Uncertain uncertain -> ended(document, uncertain.reason(), uncertain.at());
            case Publication.Failed failed -> ended(document, failed.reason(), failed.at());
            case Publication.Cancelled cancelled ->
                ended(document, cancelled.reason(), cancelled.at()).append("cancelledBy", write(cancelled.by()));
        };
    }

    private static Document ended(Document document, String reason, Instant at) {
        return document.append("reason", reason).append("at", Date.from(at));
    }

    private static Document write(Job job) {
        return new Document("draft", job.draft().value())
                .append("account", job.account())
                .append("unit", job.unit())
                .append("by", write(job.by()))
                .append("contentHash", job.contentHash())
                .append("publishAt", Date.from(job.publishAt()))
                .append(
                        "resolutions",
                        job.resolutions().stream()
                                .map(PublicationDocuments::write)
                                .toList());
    }

    private static Document write(Resolution resolution) {
        return new Document("by", write(resolution.by()))
                .append("found", resolution.found())
                .append("evidence", resolution.evidence())
                .append("at", Date.from(resolution.at()));
    }

    private static Document write(By by) {
        return new Document("staff", by.staff()).append("unit", by.unit()).append("roles", by.roles());
    }

    static Publication read(PublicationId id, Document stored) {
        var job = job(id, stored);
        return switch (Publication.State.valueOf(stored.getString("state"))) {
            case WAITING -> new Publication.Waiting(job, instant(stored, "dueAt"));
            case PUBLISHING -> new Publication.Publishing(job, stored.getString("claim"), instant(stored, "until"));
            case PUBLISHED ->
                new Publication.Published(
                        job, new Post(stored.getString("post"), stored.getString("address"), instant(stored, "at")));
            case UNCERTAIN -> new Publication.Uncertain(job, stored.getString("reason"), instant(stored, "at"));
            case FAILED -> new Publication.Failed(job, stored.getString("reason"), instant(stored, "at"));
            case CANCELLED ->
                new Publication.Cancelled(
                        job, by(stored, "cancelledBy"), stored.getString("reason"), instant(stored, "at"));
        };
    }

    private static Job job(PublicationId id, Document stored) {
        return new Job(
                id,
                new DraftId(stored.getString("draft")),
                stored.getString("account"),
                stored.getString("unit"),
                by(stored, "by"),
                stored.getString("contentHash"),
                instant(stored, "publishAt"),
                stored.getList("resolutions", Document.class).stream()
                        .map(PublicationDocuments::resolution)
                        .toList());
    }

    private static Resolution resolution(Document stored) {
        return new Resolution(
                by(stored, "by"), stored.getBoolean("found"), stored.getString("evidence"), instant(stored, "at"));
    }

    private static By by(Document stored, String field) {
        var by = stored.get(field, Document.class);
        return new By(by.getString("staff"), by.getString("unit"), by.getList("roles", String.class));
    }

    private static Instant instant(Document stored, String field) {
        return stored.getDate(field).toInstant();
    }
}
