package cn.qianfa.gateway.route;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * How many requests are under way to each service. Each service has its own, so that one that is slow or flooded holds up
 * no other; and some of them only what is urgent may take.
 */
public final class Places {
    private final Map<Service, Semaphore> everybodys = new EnumMap<>(Service.class);
    private final Map<Service, Semaphore> kept = new EnumMap<>(Service.class);
    private final Duration wait;
    private final Consumer<Service> refused;

    /**
     * @param all to one service
     * @param kept how many of them are for what is urgent
     * @param wait for one to become free
     * @param refused is told of each request that had none
     */
    public Places(int all, int kept, Duration wait, Consumer<Service> refused) {
        if (kept < 1 || kept >= all) {
            throw new IllegalArgumentException(
                    "connections: %d, kept %d (expected: some kept, and not all)".formatted(all, kept));
        }
        for (var service : Service.values()) {
            everybodys.put(service, new Semaphore(all - kept, true));
            this.kept.put(service, new Semaphore(kept, true));
        }
        this.wait = wait;
        this.refused = refused;
    }

    /** One request's place, until it is closed. */
    public static final class Place implements AutoCloseable {
        private final Semaphore from;

        private Place(Semaphore from) {
            this.from = from;
        }

        @Override
        public void close() {
            from.release();
        }
    }

    /** @return empty where none became free in time */
    public Optional<Place> take(Service service, boolean isUrgent) {
        var open = of(everybodys, service);
        if (open.tryAcquire()) {
            return Optional.of(new Place(open));
        }
        var from = isUrgent ? of(kept, service) : open;
        if (acquired(from)) {
            return Optional.of(new Place(from));
        }
        refused.accept(service);
        return Optional.empty();
    }

    private boolean acquired(Semaphore from) {
        try {
            return from.tryAcquire(wait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Semaphore of(Map<Service, Semaphore> semaphores, Service service) {
        var found = semaphores.get(service);
        if (found == null) {
            throw new IllegalStateException("each service has places");
        }
        return found;
    }
}
