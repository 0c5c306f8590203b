package cn.qianfa.approval.publication;

import cn.qianfa.approval.Memory;
import cn.qianfa.contracts.delivery.Cause;
import cn.qianfa.contracts.delivery.Versioned;
import cn.qianfa.contracts.event.Event;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Publications for the tests of what people and time decide. */
public final class InMemoryPublications implements Publications {
    private final Memory<Publication> memory = new Memory<>();

    @Override
    public Optional<Versioned<Publication>> find(PublicationId id) {
        return memory.find(id.value());
    }

    @Override
    public void add(Publication.Waiting publication, Cause cause, Event... news) {
        memory.insert(publication.id().value(), publication, cause, List.of(news));
    }

    @Override
    public void save(Versioned<? extends Publication> publication, Event... news) {
        memory.save(publication.value().id().value(), publication, List.of(news));
    }

    @Override
    public List<PublicationId> due(Instant now, int limit) {
        return memory.all()
                .map(Versioned::value)
                .filter(found -> found.due().filter(due -> !due.isAfter(now)).isPresent())
                .sorted(Comparator.comparing(found -> found.due().orElseThrow()))
                .limit(limit)
                .map(Publication::id)
                .toList();
    }

    @Override
    public List<Versioned<Publication>> list(Query query) {
        var state = query.state();
        var draft = query.draft();
        var after = query.after();
        return memory.all()
                .filter(found -> query.units().contains(found.value().job().unit()))
                .filter(found -> state == null || found.value().state() == state)
                .filter(found -> draft == null || found.value().job().draft().equals(draft))
                .filter(found -> after == null || found.value().id().value().compareTo(after.value()) < 0)
                .limit(query.limit())
                .toList();
    }

    /** Everything announced so far, in order. */
    public List<Event> news() {
        return memory.news();
    }
}
