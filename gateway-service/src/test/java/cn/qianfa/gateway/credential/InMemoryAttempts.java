package cn.qianfa.gateway.credential;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Attempts in memory. */
public final class InMemoryAttempts implements Attempts {
    private final ConcurrentMap<String, Attempt> last = new ConcurrentHashMap<>();
    private final Duration lock;

    public InMemoryAttempts(Duration lock) {
        this.lock = lock;
    }

    @Override
    public synchronized Optional<Duration> begin(String name, Instant now) {
        var before = Optional.ofNullable(last.get(name));
        var wait = before.flatMap(attempt -> attempt.wait(lock, now));
        if (wait.isEmpty()) {
            last.put(name, before.map(attempt -> attempt.next(lock, now)).orElseGet(() -> Attempt.first(now)));
        }
        return wait;
    }

    @Override
    public void forget(String name) {
        last.remove(name);
    }

    @Override
    public void sweep(Instant before) {
        last.values().removeIf(attempt -> attempt.at().isBefore(before));
    }
}
