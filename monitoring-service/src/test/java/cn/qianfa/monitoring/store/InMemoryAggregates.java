package cn.qianfa.monitoring.store;

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

/** Values with their news, guarded by their version, as the real store keeps them. */
public final class InMemoryAggregates<T> {
    private final TreeMap<String, Versioned<T>> stored = new TreeMap<>();
    private final Map<String, Receipt> created = new HashMap<>();
    private final Map<String, List<Event>> announced = new HashMap<>();

    public synchronized Optional<Versioned<T>> find(String id) {
        return Optional.ofNullable(stored.get(id));
    }

    public synchronized Optional<Receipt> insert(String id, Cause cause, T value, List<? extends Event> news) {
        if (cause instanceof Cause.Command command && created.containsKey(command.key())) {
            return Optional.ofNullable(created.get(command.key()));
        }
        if (stored.containsKey(id)) {
            throw new StaleWrite("memory", id, 0);
        }
        if (cause instanceof Cause.Command command) {
            created.put(command.key(), receipt(id, 1, command));
        }
        put(id, Revision.NEW, cause, value, news);
        return Optional.empty();
    }

    public synchronized void save(String id, Versioned<? extends T> changed, List<? extends Event> news) {
        var now = stored.get(id);
        if (now == null || now.revision().version() != changed.revision().version()) {
            throw new StaleWrite("memory", id, changed.revision().version());
        }
        put(id, now.revision(), changed.cause(), changed.value(), news);
    }

    private void put(String id, Revision at, Cause cause, T value, List<? extends Event> news) {
        var applied = new HashMap<>(at.applied());
        if (cause instanceof Cause.Event(var from)) {
            applied.put(from.source(), new Applied(from.seq(), from.id()));
        }
        var receipts = new ArrayList<>(at.receipts());
        if (cause instanceof Cause.Command command) {
            receipts.add(receipt(id, at.version() + 1, command));
        }
        var next = new Revision(at.version() + 1, at.seq() + news.size(), 0, applied, receipts);
        stored.put(id, Versioned.of(value, next));
        announced.computeIfAbsent(id, key -> new ArrayList<>()).addAll(news);
    }

    private static Receipt receipt(String id, long version, Cause.Command command) {
        return new Receipt(command.key(), command.bodyHash(), id, version, command.answer());
    }

    /** What was announced of one aggregate, in order. */
    public synchronized List<Event> announced(String id) {
        return List.copyOf(announced.getOrDefault(id, List.of()));
    }

    /** Newest first. */
    public synchronized Stream<T> newestFirst() {
        return stored.descendingMap().values().stream().map(Versioned::value).toList().stream();
    }
}
