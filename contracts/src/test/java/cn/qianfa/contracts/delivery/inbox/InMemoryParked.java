package cn.qianfa.contracts.delivery.inbox;

import static cn.qianfa.contracts.delivery.inbox.ParkedFixture.NOW;

import cn.qianfa.contracts.delivery.inbox.Interventions.Intervention;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** What waits for as long as a test runs. */
final class InMemoryParked implements Parked {
    private final Map<String, Waiting> firsts = new TreeMap<>();
    private final Map<String, List<ConsumerRecord<byte[], byte[]>>> behind = new TreeMap<>();

    @Override
    public synchronized Set<String> among(Subscription subscription, Collection<String> keys) {
        var among = new HashSet<>(keys);
        among.removeIf(key -> !firsts.containsKey(Parked.id(subscription, key)));
        return among;
    }

    @Override
    public synchronized void park(
            Subscription subscription,
            String key,
            ConsumerRecord<byte[], byte[]> first,
            ParkedCause cause,
            String detail) {
        var id = Parked.id(subscription, key);
        if (firsts.containsKey(id)) {
            append(subscription, key, first);
            return;
        }
        var topic = subscription.topic().wireName();
        firsts.put(id, new Waiting(id, subscription.consumer(), topic, key, cause, detail, NOW, 1, first, List.of()));
        behind.put(id, new ArrayList<>());
    }

    @Override
    public synchronized boolean append(Subscription subscription, String key, ConsumerRecord<byte[], byte[]> next) {
        var id = Parked.id(subscription, key);
        var first = firsts.get(id);
        if (first == null) {
            return false;
        }
        var rest = behind.getOrDefault(id, List.of());
        var last = rest.isEmpty() ? first.first().offset() : rest.getLast().offset();
        if (last < next.offset()) {
            rest.add(next);
            firsts.put(id, with(first, first.cause(), first.detail(), first.first(), first.decisions()));
        }
        return true;
    }

    @Override
    public synchronized List<String> waiting(Subscription subscription) {
        return firsts.values().stream()
                .filter(one -> one.consumer().equals(subscription.consumer()))
                .map(Waiting::key)
                .toList();
    }

    @Override
    public synchronized Optional<Waiting> find(String id) {
        return Optional.ofNullable(firsts.get(id));
    }

    @Override
    public synchronized List<Waiting> list(@Nullable String after, int limit) {
        return firsts.values().stream()
                .filter(one -> after == null || one.id().compareTo(after) > 0)
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized boolean decide(Waiting at, Intervention decision, byte @Nullable [] repaired) {
        return asRead(at)
                .map(now -> {
                    var decisions = new ArrayList<>(now.decisions());
                    decisions.add(decision);
                    var first = repaired == null ? now.first() : repaired(now.first(), repaired);
                    firsts.put(at.id(), with(now, now.cause(), now.detail(), first, decisions));
                    return now;
                })
                .isPresent();
    }

    private static ConsumerRecord<byte[], byte[]> repaired(ConsumerRecord<byte[], byte[]> first, byte[] value) {
        var repaired = new ConsumerRecord<>(first.topic(), first.partition(), first.offset(), first.key(), value);
        first.headers().forEach(repaired.headers()::add);
        return repaired;
    }

    @Override
    public synchronized void blocked(Waiting at, ParkedCause cause, String detail) {
        asRead(at).ifPresent(now -> firsts.put(at.id(), with(now, cause, detail, now.first(), now.decisions())));
    }

    @Override
    public synchronized boolean passed(Waiting at) {
        var now = asRead(at);
        now.ifPresent(this::take);
        return now.isPresent();
    }

    private void take(Waiting now) {
        var rest = behind.getOrDefault(now.id(), List.of());
        if (rest.isEmpty()) {
            firsts.remove(now.id());
            behind.remove(now.id());
            return;
        }
        var next = rest.removeFirst();
        firsts.put(now.id(), with(now, now.cause(), now.detail(), next, List.of()));
    }

    private Optional<Waiting> asRead(Waiting at) {
        return find(at.id())
                .filter(now -> now.first().offset() == at.first().offset()
                        && now.decisions().size() == at.decisions().size());
    }

    private Waiting with(
            Waiting now,
            ParkedCause cause,
            String detail,
            ConsumerRecord<byte[], byte[]> first,
            List<Intervention> decisions) {
        var count = 1 + behind.getOrDefault(now.id(), List.of()).size();
        return new Waiting(
                now.id(), now.consumer(), now.topic(), now.key(), cause, detail, now.since(), count, first, decisions);
    }

    @Override
    public synchronized long count(String consumer) {
        return firsts.values().stream()
                .filter(one -> one.consumer().equals(consumer))
                .count();
    }
}
