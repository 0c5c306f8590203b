package cn.qianfa.monitoring.alert;

import cn.qianfa.contracts.delivery.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Alerts on their way outward. */
public interface Alerts {
    /** @return false if it is there already */
    boolean add(Alert.Ringing alert);

    Optional<Versioned<Alert>> find(AlertId id);

    /** @throws cn.qianfa.contracts.delivery.StaleWrite if somebody else wrote it first */
    void save(Versioned<? extends Alert> changed);

    /** Those whose next try is due, the longest due first. */
    List<AlertId> due(Instant now, int limit);

    /** How many the receiver has not taken yet; the highest number it says is this limit. */
    int waiting(int limit);
}
