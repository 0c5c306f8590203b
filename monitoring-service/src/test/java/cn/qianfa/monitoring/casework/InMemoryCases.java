package cn.qianfa.monitoring.casework;

import cn.qianfa.contracts.delivery.Cause;
import cn.qianfa.contracts.delivery.Versioned;
import cn.qianfa.contracts.event.Event;
import cn.qianfa.monitoring.store.InMemoryAggregates;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Cases for as long as a test runs. */
public final class InMemoryCases implements Cases {
    private final InMemoryAggregates<Case> cases = new InMemoryAggregates<>();

    @Override
    public Optional<Versioned<Case>> find(CaseId id) {
        return cases.find(id.value());
    }

    @Override
    public void open(Case.Open opened, Cause cause, List<? extends Event> news) {
        cases.insert(opened.id().value(), cause, opened, news);
    }

    @Override
    public void save(Versioned<? extends Case> changed, List<? extends Event> news) {
        cases.save(changed.value().id().value(), changed, news);
    }

    @Override
    public List<CaseId> overdue(Instant now, int limit) {
        return cases.newestFirst()
                .filter(one -> one.round().isOver(now))
                .sorted(Comparator.comparing(one -> one.round().due().orElseThrow()))
                .limit(limit)
                .map(Case::id)
                .toList();
    }

    @Override
    public List<CaseId> ahead(Instant time, int limit) {
        return cases.newestFirst()
                .filter(one -> one.round().due().filter(time::isBefore).isPresent())
                .limit(limit)
                .map(Case::id)
                .toList();
    }

    @Override
    public int open(int limit) {
        return (int) unseen().limit(limit).count();
    }

    @Override
    public Optional<Instant> oldestOpen() {
        return unseen().map(one -> one.matter().openedAt()).min(Comparator.naturalOrder());
    }

    private Stream<Case> unseen() {
        return cases.newestFirst().filter(Case.Open.class::isInstance);
    }

    @Override
    public List<Versioned<Case>> page(Query query) {
        return cases.newestFirst()
                .filter(one -> query.sight().covers(one.matter().unit()))
                .filter(one -> query.state() == null || query.state() == State.of(one))
                .filter(one -> query.after() == null || one.id().value().compareTo(query.after()) < 0)
                .limit(query.limit())
                .map(one -> find(one.id()).orElseThrow())
                .toList();
    }

    public List<Event> announced(CaseId id) {
        return cases.announced(id.value());
    }

    public List<Case> all() {
        return cases.newestFirst().toList();
    }
}
