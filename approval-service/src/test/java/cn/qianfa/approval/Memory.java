package cn.qianfa.approval;

import cn.qianfa.contracts.delivery.Applied;
import cn.qianfa.contracts.delivery.Cause;
import cn.qianfa.contracts.delivery.Receipt;
import cn.qianfa.contracts.delivery.Revision;
import cn.qianfa.contracts.delivery.StaleWrite;
import cn.qianfa.contracts.delivery.Versioned;
import cn.qianfa.contracts.event.Event;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Keeps values with their news as the store does: one guarded write each. */
public final class Memory<T> {
    private final TreeMap<String, Versioned<T>> stored = new TreeMap<>();
    private final Map<String, Receipt> created = new HashMap<>();
    private final List<Event> news = new ArrayList<>();

    public synchronized Optional<Versioned<T>> find(String id) {
        return Optional.ofNullable(stored.get(id));
    }

    public synchronized Optional<Receipt> insert(String id, T value, Cause cause, List<? extends Event> told) {
        if (cause instanceof Cause.Command command && created.containsKey(command.key())) {
            return Optional.of(created.get(command.key()));
        }
        if (stored.containsKey(id)) {
            throw new StaleWrite("memory", id, 0);
        }
        var first = after(Revision.NEW, id, cause, told);
        stored.put(id, Versioned.of(value, first));
        first.receipts().forEach(receipt -> created.put(receipt.key(), receipt));
        news.addAll(told);
        return Optional.empty();
    }

    public synchronized void save(String id, Versioned<? extends T> changed, List<? extends Event> told) {
        var now = stored.get(id);
        if (now == null || now.revision().version() != changed.revision().version()) {
            throw new StaleWrite("memory", id, changed.revision().version());
        }
        stored.put(id, Versioned.of(changed.value(), after(now.revision(), id, changed.cause(), told)));
        news.addAll(told);
    }

    /** Newest id first. */
    public synchronized Stream<Versioned<T>> all() {
        return List.copyOf(stored.descendingMap().values()).stream();
    }

    /** Everything announced so far, in order. */
    public synchronized List<Event> news() {
        return List.copyOf(news);
    }

    private static Revision after(Revision before, String id, Cause cause, List<? extends Event> told) {
        var version = before.version() + 1;
        var applied = new HashMap<>(before.applied());
        var receipts = new ArrayList<>(before.receipts());
        switch (cause) {
            case Cause.Event(var from) -> applied.put(from.source(), new Applied(from.seq(), from.id()));
            case Cause.Command(var key, var hash, var answer) ->
                receipts.add(new Receipt(key, hash, id, version, answer));
            case Cause.Own _ -> {}
        }
        return new Revision(version, before.seq() + told.size(), 0, applied, receipts);
    }
}
