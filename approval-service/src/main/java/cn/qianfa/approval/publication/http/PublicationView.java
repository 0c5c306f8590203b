package cn.qianfa.approval.publication.http;

import cn.qianfa.approval.publication.Publication;
import cn.qianfa.approval.publication.Resolution;
import cn.qianfa.contracts.delivery.Versioned;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A publication as it is answered.
 *
 * @param post where it stands; null where it does not, or nobody knows
 * @param reason why it failed, was called off or is uncertain
 * @param at when that came about
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PublicationView(
        String id,
        long version,
        String draft,
        String account,
        String unit,
        Publication.State state,
        String releasedBy,
        String contentHash,
        Instant publishAt,
        @Nullable String post,
        @Nullable String address,
        @Nullable String reason,
        @Nullable Instant at,
        List<Decision> decisions) {
    /** What a person decided where nobody knew. */
    record Decision(String by, boolean found, String evidence, Instant at) {
        static Decision of(Resolution resolution) {
            return new Decision(resolution.by().staff(), resolution.found(), resolution.evidence(), resolution.at());
        }
    }

    static PublicationView of(Versioned<Publication> found) {
        return switch (found.value()) {
            case Publication.Waiting _, Publication.Publishing _ -> of(found, null, null, null, null);
            case Publication.Published(var _, var post) -> of(found, post.id(), post.address(), null, post.at());
            case Publication.Uncertain uncertain -> of(found, null, null, uncertain.reason(), uncertain.at());
            case Publication.Failed failed -> of(found, null, null, failed.reason(), failed.at());
            case Publication.Cancelled cancelled -> of(found, null, null, cancelled.reason(), cancelled.at());
        };
    }

    private static PublicationView of(
            Versioned<Publication> found,
            @Nullable String post,
            @Nullable String address,
            @Nullable String reason,
            @Nullable Instant at) {
        var job = found.value().job();
        return new PublicationView(
                job.id().value(),
                found.revision().version(),
                job.draft().value(),
                job.account(),
                job.unit(),
                found.value().state(),
                job.by().staff(),
                job.contentHash(),
                job.publishAt(),
                post,
                address,
                reason,
                at,
                job.resolutions().stream().map(Decision::of).toList());
    }
}
