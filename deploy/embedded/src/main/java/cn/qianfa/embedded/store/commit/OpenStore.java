package cn.qianfa.embedded.store.commit;

import cn.qianfa.embedded.store.collection.StoreDatabase;
import cn.qianfa.embedded.store.collection.StoreParts;
import cn.qianfa.embedded.store.collection.Visits;
import cn.qianfa.embedded.store.index.Changes;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An opened file and the databases in it, until it is closed or a write to it fails. */
final class OpenStore extends H2Backend {

    private static final Logger log = LoggerFactory.getLogger(OpenStore.class);

    private static final int COMMITS_BETWEEN_TIDYING = 32;
    private static final int LEAST_FILLED_PERCENT = 60;
    private static final int TIDIED_BYTES = 1 << 20;

    private final StoreParts parts;
    private final GroupCommit group;
    private final ReadWriteLock lock;
    private volatile long durableVersion;
    private int commits;

    /**
     * @param lock held for writing by those who change documents
     */
    OpenStore(MVStore file, Visits visits, ReadWriteLock lock) {
        // The super constructor opens the databases already.
        this.parts = new StoreParts(file, new Changes(), visits);
        super(file);
        this.lock = lock;
        this.group = new GroupCommit(this::makeDurable);
        this.durableVersion = file.getCurrentVersion();
    }

    GroupCommit group() {
        return group;
    }

    long changes() {
        return parts.changes().count();
    }

    /** The last version of which every byte is on disk. */
    long durableVersion() {
        return durableVersion;
    }

    boolean closed() {
        return parts.file().isClosed();
    }

    boolean knows(String database) {
        return listDatabaseNames().contains(database);
    }

    StoreDatabase database(String name) {
        return (StoreDatabase) resolveDatabase(name);
    }

    List<String> databases() {
        return listDatabaseNames().stream()
                .sorted()
                .filter(name -> !database(name).collections().isEmpty())
                .toList();
    }

    /** The stock list opens every database a second time. */
    @Override
    public Document handleCommand(Channel channel, String databaseName, String command, Document query) {
        if (!command.equalsIgnoreCase("listDatabases")) {
            return super.handleCommand(channel, databaseName, command, query);
        }
        var names = databases().stream()
                .map(name -> new Document("name", name).append("empty", false))
                .toList();
        var reply = new Document("databases", names);
        Utils.markOkay(reply);
        return reply;
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String databaseName) {
        return new StoreDatabase(databaseName, parts, getCursorRegistry());
    }

    /** Closes the file as it is on disk; whatever was not committed is gone. */
    void abandon() {
        parts.file().closeImmediately();
    }

    /** A version holds whole commands only, so no writer may be in the middle of one; the sync needs no such care. */
    private long makeDurable() {
        long number;
        long version;
        lock.readLock().lock();
        try {
            number = group.applied();
            parts.file().commit();
            version = parts.file().getCurrentVersion();
        } finally {
            lock.readLock().unlock();
        }
        parts.file().sync();
        durableVersion = version;
        tidyNowAndThen();
        return number;
    }

    /**
     * Moves what is left in mostly empty stretches of the file together, so that they can be used again; it reaches the
     * disk with the next commit. Only one thread commits at a time.
     */
    private void tidyNowAndThen() {
        if (++commits % COMMITS_BETWEEN_TIDYING != 0) {
            return;
        }
        lock.writeLock().lock();
        try {
            parts.file().compact(LEAST_FILLED_PERCENT, TIDIED_BYTES);
        } catch (MVStoreException e) {
            log.warn("the file could not be tidied", e); // what was to be committed is on disk already
            abandon();
        } finally {
            lock.writeLock().unlock();
        }
    }
}
