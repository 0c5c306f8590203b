package cn.qianfa.approval.draft;

import cn.qianfa.approval.draft.Draft.State;
import cn.qianfa.contracts.delivery.Cause;
import cn.qianfa.contracts.delivery.Receipt;
import cn.qianfa.contracts.delivery.Versioned;
import cn.qianfa.contracts.event.Event;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The drafts; each is stored together with its news in one atomic write. */
public interface Drafts {
    Optional<Versioned<Draft>> find(DraftId id);

    /**
     * Stores a new draft.
     *
     * @return empty if it was stored; else the receipt of the same command, which stored one before
     */
    Optional<Receipt> add(Draft.Written draft, Cause.Command command);

    /**
     * Stores a changed draft with its news and the mark of its cause.
     *
     * @throws cn.qianfa.contracts.delivery.StaleWrite if somebody else wrote it first
     * @throws cn.qianfa.contracts.delivery.Backlog if too much news waits in it
     */
    void save(Versioned<? extends Draft> draft, Event... news);

    /** Newest first. */
    List<Versioned<Draft>> list(Query query);

    /**
     * @param units of which units
     * @param state only in this state; null for all
     * @param after only older than this one; null from the newest on
     * @param limit how many at most
     */
    record Query(
            Set<String> units,
            @Nullable State state,
            @Nullable DraftId after,
            int limit) {
        public Query {
            units = Set.copyOf(units);
        }
    }
}
