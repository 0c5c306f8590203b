package cn.qianfa.monitoring.alert;

import cn.qianfa.contracts.delivery.Cause;
import cn.qianfa.contracts.delivery.StaleWrite;
import cn.qianfa.contracts.delivery.Versioned;
import cn.qianfa.monitoring.store.InMemoryAggregates;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Alerts for as long as a test runs. */
public final class InMemoryAlerts implements Alerts {
    private final InMemoryAggregates<Alert> alerts = new InMemoryAggregates<>();

    @Override
    public boolean add(Alert.Ringing alert) {
        try {
            alerts.insert(alert.key().value(), Cause.OWN, alert, List.of());
            return true;
        } catch (StaleWrite e) {
            return false;
        }
    }

    @Override
    public Optional<Versioned<Alert>> find(Alert.Key key) {
        return alerts.find(key.value());
    }

    @Override
    public List<Alert> of(Collection<AlertId> ids) {
        return alerts.newestFirst()
                .filter(alert -> ids.contains(alert.notice().id()))
                .toList();
    }

    @Override
    public void save(Versioned<? extends Alert> changed) {
        alerts.save(changed.value().key().value(), changed, List.of());
    }

    @Override
    public List<Alert.Ringing> due(Way way, Instant now, int limit) {
        return ringing(way)
                .filter(alert -> !alert.nextTryAt().isAfter(now))
                .sorted(Comparator.comparing(Alert.Ringing::nextTryAt))
                .limit(limit)
                .toList();
    }

    @Override
    public List<Alert.Ringing> due(Way way, String staff, Instant now, int limit) {
        return due(way, now, Integer.MAX_VALUE).stream()
                .filter(alert -> alert.notice().staff().filter(staff::equals).isPresent())
                .limit(limit)
                .toList();
    }

    @Override
    public List<Alert.Ringing> ahead(Way way, Instant time, int limit) {
        return ringing(way)
                .filter(alert -> alert.nextTryAt().isAfter(time))
                .sorted(Comparator.comparing(Alert.Ringing::nextTryAt))
                .limit(limit)
                .toList();
    }

    private Stream<Alert.Ringing> ringing(Way way) {
        return alerts.newestFirst()
                .filter(Alert.Ringing.class::isInstance)
                .map(Alert.Ringing.class::cast)
                .filter(alert -> alert.way() == way);
    }

    @Override
    public int waiting(Way way, int limit) {
        return (int) ringing(way).limit(limit).count();
    }

    @Override
    public Optional<Instant> oldestWaiting(Way way, int limit) {
        return ringing(way).map(alert -> alert.notice().raisedAt()).min(Instant::compareTo);
    }
}
