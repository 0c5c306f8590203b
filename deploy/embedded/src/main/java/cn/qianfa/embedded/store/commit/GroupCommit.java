package cn.qianfa.embedded.store.commit;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One commit and sync for all who wait at the time. Writes are numbered in the order in which they were applied; a
 * number is durable once everything up to it is on disk. Whoever comes first while nobody commits does it for all.
 */
final class GroupCommit {

    private final ReentrantLock mutex = new ReentrantLock();
    private final Condition settled = mutex.newCondition();
    private final LongSupplier makeDurable;

    /** Changed only by those who hold the store for writing, read by those who hold it at all. */
    private final Map<String, Long> lastByNamespace = new HashMap<>();

    private volatile long applied;
    private long lastAnywhere;

    private volatile long durable;
    private boolean committing;
    private @Nullable Throwable failure;

    /**
     * @param makeDurable puts everything applied on disk and returns the number of the last write among it
     */
    GroupCommit(LongSupplier makeDurable) {
        this.makeDurable = makeDurable;
    }

    /** Numbers a write that has just been applied. Empty stands for more than one collection. */
    @SuppressWarnings("NonAtomicOperationOnVolatileField") // one writer at a time
    void applied(Optional<String> namespace) {
        long number = applied + 1;
        applied = number;
        namespace.ifPresentOrElse(name -> lastByNamespace.put(name, number), () -> lastAnywhere = number);
    }

    long applied() {
        return applied;
    }

    /** The number of the last write that a reader of this collection may have seen. */
    long lastSeen(Optional<String> namespace) {
        return namespace
                .map(name -> Math.max(lastByNamespace.getOrDefault(name, 0L), lastAnywhere))
                .orElse(applied);
    }

    /**
     * Returns once everything up to this number is on disk.
     *
     * @throws NotDurable if it is not and never will be
     */
    void await(long number) {
        if (durable >= number) {
            return;
        }
        mutex.lock();
        try {
            while (durable < number) {
                if (failure != null) {
                    throw new NotDurable(failure);
                }
                if (committing) {
                    settled.awaitUninterruptibly();
                } else {
                    commit();
                }
            }
        } finally {
            mutex.unlock();
        }
    }

    private void commit() {
        committing = true;
        mutex.unlock();
        long reached = durable;
        Throwable failed = null;
        try {
            reached = makeDurable.getAsLong();
        } catch (Throwable e) {
            failed = e;
        } finally {
            mutex.lock();
            durable = reached;
            failure = failed;
            committing = false;
            settled.signalAll();
        }
    }
}
