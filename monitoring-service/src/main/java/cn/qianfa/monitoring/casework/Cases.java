package cn.qianfa.monitoring.casework;

import cn.qianfa.contracts.delivery.Cause;
import cn.qianfa.contracts.delivery.Versioned;
import cn.qianfa.contracts.event.Event;
import cn.qianfa.monitoring.registry.Sight;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The cases, each stored together with its news. */
public interface Cases {
    Optional<Versioned<Case>> find(CaseId id);

    /** @throws cn.qianfa.contracts.delivery.StaleWrite if the case is there already */
    void open(Case.Open opened, Cause cause, List<? extends Event> news);

    /** @throws cn.qianfa.contracts.delivery.StaleWrite if somebody else wrote it first */
    void save(Versioned<? extends Case> changed, List<? extends Event> news);

    /** Open cases whose round is over, the longest overdue first. */
    List<CaseId> overdue(Instant now, int limit);

    /** Open cases whose round ends after this time. */
    List<CaseId> ahead(Instant time, int limit);

    /** How many nobody has acknowledged; the highest number it says is this limit. */
    int open(int limit);

    /** When the longest open of those nobody has acknowledged was opened. */
    Optional<Instant> oldestOpen();

    /** Newest first. */
    List<Versioned<Case>> page(Query query);

    /** Whether somebody has seen it. */
    enum State {
        OPEN,
        ACKNOWLEDGED;

        public static State of(Case one) {
            return switch (one) {
                case Case.Open _ -> OPEN;
                case Case.Acknowledged _ -> ACKNOWLEDGED;
            };
        }
    }

    /**
     * Which cases.
     *
     * @param state null for every state
     * @param after the last case of the page before; null for the first page
     */
    record Query(
            Sight sight, @Nullable State state, @Nullable String after, int limit) {}
}
