package cn.qianfa.approval.publication;

import cn.qianfa.approval.draft.DraftId;
import cn.qianfa.approval.publication.Publication.State;
import cn.qianfa.contracts.delivery.Cause;
import cn.qianfa.contracts.delivery.Versioned;
import cn.qianfa.contracts.event.Event;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The publications; each is stored together with its news in one atomic write. */
public interface Publications {
    Optional<Versioned<Publication>> find(PublicationId id);

    /** @throws cn.qianfa.contracts.delivery.StaleWrite if it is there already */
    void add(Publication.Waiting publication, Cause cause, Event... news);

    /** @throws cn.qianfa.contracts.delivery.StaleWrite if somebody else wrote it first */
    void save(Versioned<? extends Publication> publication, Event... news);

    /** Those somebody has to look at by now, the longest due first. */
    List<PublicationId> due(Instant now, int limit);

    /** Those of the newest drafts first. */
    List<Versioned<Publication>> list(Query query);

    /**
     * @param units of which units
     * @param state only in this state; null for all
     * @param draft only of this draft; null for all
     * @param after only older than this one; null from the newest on
     * @param limit how many at most
     */
    record Query(
            Set<String> units,
            @Nullable State state,
            @Nullable DraftId draft,
            @Nullable PublicationId after,
            int limit) {
        public Query {
            units = Set.copyOf(units);
        }
    }
}
