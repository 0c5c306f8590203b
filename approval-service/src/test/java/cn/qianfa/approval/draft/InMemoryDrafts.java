package cn.qianfa.approval.draft;

import cn.qianfa.approval.Memory;
import cn.qianfa.contracts.delivery.Cause;
import cn.qianfa.contracts.delivery.Receipt;
import cn.qianfa.contracts.delivery.Versioned;
import cn.qianfa.contracts.event.Event;
import java.util.List;
import java.util.Optional;

/** Drafts for the tests of what people decide. */
public final class InMemoryDrafts implements Drafts {
    private final Memory<Draft> memory = new Memory<>();

    @Override
    public Optional<Versioned<Draft>> find(DraftId id) {
        return memory.find(id.value());
    }

    @Override
    public Optional<Receipt> add(Draft.Written draft, Cause.Command command) {
        return memory.insert(draft.id().value(), draft, command, List.of());
    }

    @Override
    public void save(Versioned<? extends Draft> draft, Event... news) {
        memory.save(draft.value().id().value(), draft, List.of(news));
    }

    @Override
    public List<Versioned<Draft>> list(Query query) {
        var state = query.state();
        var after = query.after();
        return memory.all()
                .filter(found -> query.units().contains(found.value().unit()))
                .filter(found -> state == null || found.value().state() == state)
                .filter(found -> after == null || found.value().id().value().compareTo(after.value()) < 0)
                .limit(query.limit())
                .toList();
    }

    /** Everything announced so far, in order. */
    public List<Event> news() {
        return memory.news();
    }
}
