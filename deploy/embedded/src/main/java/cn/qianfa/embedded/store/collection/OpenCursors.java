package cn.qianfa.embedded.store.collection;

import de.bwaldvogel.mongo.backend.CursorRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The cursors clients have not read to the end. Nobody waits for a client that went away. */
final class OpenCursors {

    private static final Duration LONGEST_IDLE = Duration.ofMinutes(10);

    private final CursorRegistry registry;
    private final InstantSource clock = InstantSource.system();
    private final Queue<StoreCursor> cursors = new ConcurrentLinkedQueue<>();

    OpenCursors(CursorRegistry registry) {
        this.registry = registry;
    }

    StoreCursor open(Answer answer) {
        forgetIdle();
        return new StoreCursor(registry.generateCursorId(), answer, clock);
    }

    void keep(StoreCursor cursor) {
        registry.add(cursor);
        cursors.add(cursor);
    }

    private void forgetIdle() {
        var oldest = clock.instant().minus(LONGEST_IDLE);
        cursors.removeIf(cursor -> {
            boolean idle = cursor.lastUsed().isBefore(oldest);
            if (idle) {
                registry.remove(cursor);
            }
            return idle || cursor.isEmpty();
        });
    }
}
