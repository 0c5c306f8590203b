package cn.qianfa.monitoring.alert;

import cn.qianfa.contracts.delivery.Cause;
import cn.qianfa.contracts.delivery.StaleWrite;
import cn.qianfa.contracts.delivery.Versioned;
import cn.qianfa.monitoring.store.InMemoryAggregates;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Alerts for as long as a test runs. */
public final class InMemoryAlerts implements Alerts {
    private final InMemoryAggregates<Alert> alerts = new InMemoryAggregates<>();

    @Override
    public boolean add(Alert.Ringing alert) {
        try {
            alerts.insert(alert.notice().id().value(), Cause.OWN, alert, List.of());
            return true;
        } catch (StaleWrite e) {
            return false;
        }
    }

    @Override
    public Optional<Versioned<Alert>> find(AlertId id) {
        return alerts.find(id.value());
    }

    @Override
    public void save(Versioned<? extends Alert> changed) {
        alerts.save(changed.value().notice().id().value(), changed, List.of());
    }

    @Override
    public List<AlertId> due(Instant now, int limit) {
        return alerts.newestFirst()
                .filter(Alert.Ringing.class::isInstance)
                .map(Alert.Ringing.class::cast)
                .filter(alert -> !alert.nextTryAt().isAfter(now))
                .sorted(Comparator.comparing(Alert.Ringing::nextTryAt))
                .limit(limit)
                .map(alert -> alert.notice().id())
                .toList();
    }

    @Override
    public int waiting(int limit) {
        return (int) alerts.newestFirst()
                .filter(Alert.Ringing.class::isInstance)
                .limit(limit)
                .count();
    }
}
