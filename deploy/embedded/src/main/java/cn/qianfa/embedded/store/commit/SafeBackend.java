package cn.qianfa.embedded.store.commit;

import cn.qianfa.embedded.store.collection.Visits;
import cn.qianfa.embedded.store.command.CommandKind;
import cn.qianfa.embedded.store.command.Refusals;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import io.netty.channel.Channel;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out commands so that an answer is true: one writer at a time, readers together, and no answer before all it
 * was made from is synced. A write that cannot be synced is refused, and the file goes on from what was synced last.
 */
public final class SafeBackend extends CommandsOnly {

    private static final Logger log = LoggerFactory.getLogger(SafeBackend.class);

    private static final int INTERNAL_ERROR = 1;
    private static final int SHUTDOWN_IN_PROGRESS = 91;

    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock(true);
    private final Visits visits = new Visits();
    private final StoreFile file;

    /** Replaced under the write lock. */
    private volatile OpenStore store;

    private volatile boolean closed;

    /**
     * @throws StoreCannotOpen if the file cannot be opened
     */
    public SafeBackend(StoreFile file) {
        this.file = file;
        this.store = new OpenStore(file.open(), visits, lock);
    }

    public Visits visits() {
        return visits;
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        Refusals.check(database, command, query);
        return switch (CommandKind.of(command, query)) {
            case TALK -> talk(channel, database, command, query);
            case READ -> read(channel, database, command, query);
            case WRITE -> write(channel, database, command, query);
        };
    }

    private Document talk(Channel channel, String database, String command, Document query) {
        return switch (command.toLowerCase(Locale.ROOT)) {
            case "hello" ->
                store.handleCommand(channel, database, "ismaster", query)
                        .append("isWritablePrimary", true)
                        .append("helloOk", true);
            case "ismaster" ->
                store.handleCommand(channel, database, command, query).append("helloOk", true);
            case "serverstatus" -> getServerStatus();
            default -> store.handleCommand(channel, database, command, query);
        };
    }

    private Document read(Channel channel, String database, String command, Document query) {
        OpenStore open;
        Document reply;
        long seen;
        lock.readLock().lock();
        try {
            open = store;
            if (closed || open.closed() || !open.knows(database)) {
                reply = null;
                seen = 0;
            } else {
                reply = carryOut(command, () -> store.handleCommand(channel, database, command, query));
                seen = open.group().lastSeen(CommandKind.namespace(database, command, query));
            }
        } finally {
            lock.readLock().unlock();
        }
        if (reply == null) {
            return write(channel, database, command, query); // something must be opened first
        }
        open.group().await(seen);
        return reply;
    }

    private Document write(Channel channel, String database, String command, Document query) {
        OpenStore open;
        Supplier<Document> answer;
        long seen;
        lock.writeLock().lock();
        try {
            open = usable();
            long before = open.changes();
            answer = attempt(open, before, command, () -> store.handleCommand(channel, database, command, query));
            var namespace = CommandKind.namespace(database, command, query);
            if (open.changes() != before) {
                open.group().applied(namespace);
            }
            seen = open.group().lastSeen(namespace);
        } finally {
            lock.writeLock().unlock();
        }
        awaitOrRecover(open, seen);
        return answer.get();
    }

    /** A refusal may follow on changes, such as the first half of a bulk; it too is told when these are synced. */
    private Supplier<Document> attempt(OpenStore open, long before, String command, Supplier<Document> work) {
        try {
            var reply = carryOut(command, work);
            return () -> reply;
        } catch (Unexpected e) {
            if (open.changes() != before) {
                open.abandon(); // half a command is in memory; the file holds what was before it
            }
            throw e;
        } catch (MongoServerException e) {
            return () -> {
                throw e;
            };
        }
    }

    private void awaitOrRecover(OpenStore open, long number) {
        try {
            open.group().await(number);
        } catch (NotDurable e) {
            recover(open);
            throw e;
        }
    }

    private Document carryOut(String command, Supplier<Document> work) {
        try {
            return work.get();
        } catch (MongoServerException e) {
            throw e;
        } catch (RuntimeException | Error e) {
            log.error("{} failed inside the store", command, e);
            throw new Unexpected(command, e);
        }
    }

    private OpenStore usable() {
        if (closed) {
            throw new MongoServerError(SHUTDOWN_IN_PROGRESS, "ShutdownInProgress", "the store is shutting down");
        }
        if (store.closed()) {
            store = reopened(store);
        }
        return store;
    }

    private void recover(OpenStore failed) {
        lock.writeLock().lock();
        try {
            if (store == failed && !closed) {
                failed.abandon();
                store = reopened(failed);
            }
        } catch (MongoServerError e) {
            log.error("the store stays closed and tries again with the next command: {}", e.getMessage());
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** What was written but not known to be synced was refused, so it must not come back. */
    private OpenStore reopened(OpenStore failed) {
        try {
            var again = new OpenStore(file.openAt(failed.durableVersion()), visits, lock);
            log.warn("store file {} was closed after a failure and is open again", file.name());
            return again;
        } catch (StoreCannotOpen e) {
            throw new NotDurable(e);
        }
    }

    private static final class Unexpected extends MongoServerError {
        Unexpected(String what, Throwable cause) {
            super(INTERNAL_ERROR, "InternalError", what + " failed inside the store: " + cause, cause);
        }
    }

    @Override
    public Document getServerStatus() {
        var status = store.getServerStatus();
        var looked = new Document("scannedObjects", visits.documents())
                .append("collectionScans", new Document("total", visits.scans()));
        if (status.get("metrics") instanceof Document metrics) {
            metrics.append("queryExecutor", looked);
        }
        return status;
    }

    /** Refuses new commands, puts everything on disk and closes the file. */
    @Override
    public void close() {
        lock.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                store.close();
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    @Override
    public void handleClose(Channel channel) {
        store.handleClose(channel);
    }

    @Override
    public void closeCursors(List<Long> cursorIds) {
        store.closeCursors(cursorIds);
    }

    @Override
    public Clock getClock() {
        return store.getClock();
    }
}
