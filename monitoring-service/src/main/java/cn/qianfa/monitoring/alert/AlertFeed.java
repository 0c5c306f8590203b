package cn.qianfa.monitoring.alert;

import cn.qianfa.monitoring.casework.Case;
import cn.qianfa.monitoring.casework.CaseId;
import cn.qianfa.monitoring.casework.Cases;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Tells whoever looks at the screen of this instance that a case has changed. A hint: what stands in the store counts,
 * and whoever connects again sees all of it.
 */
public final class AlertFeed {
    private final Cases cases;
    private final Set<Consumer<Case>> listeners = ConcurrentHashMap.newKeySet();

    public AlertFeed(Cases cases) {
        this.cases = cases;
    }

    /** @param listener must not block */
    public Listening listen(Consumer<Case> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Some case has changed: everybody is shown how it stands now. */
    public void changed(CaseId id) {
        if (!listeners.isEmpty()) {
            cases.find(id).ifPresent(found -> listeners.forEach(listener -> listener.accept(found.value())));
        }
    }

    /** Somebody listens, until closed. */
    @FunctionalInterface
    public interface Listening extends AutoCloseable {
        @Override
        void close();
    }
}
