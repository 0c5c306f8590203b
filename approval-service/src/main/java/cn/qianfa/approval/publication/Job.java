package cn.qianfa.approval.publication;

import cn.qianfa.approval.draft.DraftId;
import cn.qianfa.contracts.event.By;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What is to be posted where.
 *
 * @param by who released it
 * @param publishAt not before
 * @param resolutions what people decided where nobody knew, oldest first
 */
public record Job(
        PublicationId id,
        DraftId draft,
        String account,
        String unit,
        By by,
        String contentHash,
        Instant publishAt,
        List<Resolution> resolutions) {
    public Job {
        resolutions = List.copyOf(resolutions);
    }

    Job resolved(Resolution next) {
        var more = new ArrayList<>(resolutions);
        more.add(next);
        return new Job(id, draft, account, unit, by, contentHash, publishAt, more);
    }
}
