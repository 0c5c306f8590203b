package cn.qianfa.monitoring.alert;

import cn.qianfa.contracts.delivery.Versioned;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Alerts on their ways outward. */
public interface Alerts {
    /** @return false if it is there already */
    boolean add(Alert.Ringing alert);

    Optional<Versioned<Alert>> find(Alert.Key key);

    /** All ways of these alerts. */
    List<Alert> of(Collection<AlertId> alerts);

    /** @throws cn.qianfa.contracts.delivery.StaleWrite if somebody else wrote it first */
    void save(Versioned<? extends Alert> changed);

    /** Those of one way whose next try is due, the longest due first. */
    List<Alert.Ringing> due(Way way, Instant now, int limit);

    /** The same, of those for one person only. */
    List<Alert.Ringing> due(Way way, String staff, Instant now, int limit);

    /** Those of one way whose next try is after this time. */
    List<Alert.Ringing> ahead(Way way, Instant time, int limit);

    /** How many the other end has not taken yet; the highest number it says is this limit. */
    int waiting(Way way, int limit);

    /** When the oldest of these was raised; of more than the limit, those are asked whose turn comes first. */
    Optional<Instant> oldestWaiting(Way way, int limit);
}
