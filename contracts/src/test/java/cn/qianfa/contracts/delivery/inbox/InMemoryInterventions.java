package cn.qianfa.contracts.delivery.inbox;

import cn.qianfa.contracts.delivery.Cause;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What people did, for as long as a test runs. */
final class InMemoryInterventions implements Interventions {
    private final NavigableMap<String, Intervention> kept = new TreeMap<>();

    @Override
    public synchronized void keep(Intervention intervention) {
        kept.putIfAbsent(intervention.id(), intervention);
    }

    @Override
    public synchronized void answered(String id, Answer answer) {
        kept.computeIfPresent(
                id,
                (_, one) -> one.answer() != null
                        ? one
                        : new Intervention(
                                one.id(),
                                one.what(),
                                one.about(),
                                one.by(),
                                one.unit(),
                                one.at(),
                                one.reason(),
                                one.original(),
                                one.command(),
                                answer));
    }

    @Override
    public synchronized Optional<Intervention> of(Cause.Command command) {
        return kept.values().stream()
                .filter(one -> one.command().key().equals(command.key()))
                .findFirst();
    }

    @Override
    public synchronized boolean touched(String parked) {
        return kept.values().stream().anyMatch(one -> one.about().parked().equals(parked));
    }

    @Override
    public synchronized List<Intervention> newest(@Nullable String after, int limit) {
        return kept.descendingMap().values().stream()
                .filter(one -> after == null || one.id().compareTo(after) < 0)
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<About> decided(String consumer, int partition, long from) {
        return kept.values().stream()
                .filter(one -> one.what().decides())
                .map(Intervention::about)
                .filter(one -> one.consumer().equals(consumer) && one.partition() == partition && one.offset() >= from)
                .toList();
    }

    @Override
    public synchronized long forgetOriginals(Instant before) {
        var old = kept.values().stream()
                .filter(one -> one.original() != null && one.at().isBefore(before))
                .toList();
        old.forEach(one -> kept.put(
                one.id(),
                new Intervention(
                        one.id(),
                        one.what(),
                        one.about(),
                        one.by(),
                        one.unit(),
                        one.at(),
                        one.reason(),
                        null,
                        one.command(),
                        one.answer())));
        return old.size();
    }
}
