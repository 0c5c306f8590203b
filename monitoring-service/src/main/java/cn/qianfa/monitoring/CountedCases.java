package cn.qianfa.monitoring;

import cn.qianfa.contracts.delivery.Cause;
import cn.qianfa.contracts.delivery.Versioned;
import cn.qianfa.contracts.event.CaseAcknowledged;
import cn.qianfa.contracts.event.CaseEscalated;
import cn.qianfa.contracts.event.CaseOpened;
import cn.qianfa.contracts.event.Event;
import cn.qianfa.monitoring.casework.Case;
import cn.qianfa.monitoring.casework.CaseId;
import cn.qianfa.monitoring.casework.Cases;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Counts how cases change. */
record CountedCases(Cases cases, MeterRegistry meters) implements Cases {
    @Override
    public Optional<Versioned<Case>> find(CaseId id) {
        return cases.find(id);
    }

    @Override
    public void open(Case.Open opened, Cause cause, List<? extends Event> news) {
        cases.open(opened, cause, news);
        news.forEach(this::count);
    }

    @Override
    public void save(Versioned<? extends Case> changed, List<? extends Event> news) {
        cases.save(changed, news);
        news.forEach(this::count);
    }

    private void count(Event event) {
        var change = switch (event) {
            case CaseOpened opened -> "opened";
            case CaseEscalated escalated -> "escalated";
            case CaseAcknowledged acknowledged -> "acknowledged";
            default -> "other";
        };
        MonitoringMeter.CASES.counter(meters, change).increment();
    }

    @Override
    public List<CaseId> overdue(Instant now, int limit) {
        return cases.overdue(now, limit);
    }

    @Override
    public List<CaseId> ahead(Instant time, int limit) {
        return cases.ahead(time, limit);
    }

    @Override
    public int open(int limit) {
        return cases.open(limit);
    }

    @Override
    public Optional<Instant> oldestOpen() {
        return cases.oldestOpen();
    }

    @Override
    public List<Versioned<Case>> page(Query query) {
        return cases.page(query);
    }
}
