package cn.qianfa.embedded.store.commit;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.store.fs.FileUtils;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * The one file of a store.
 *
 * @param name its path; a file system of H2's may stand in front
 * @param directory where it lies
 */
public record StoreFile(String name, Path directory) {

    private static final String FILE = "store.mv";
    private static final int FORMAT = 1;
    private static final int LEAST_CACHE_MB = 16;
    private static final int MOST_CACHE_MB = 256;

    /**
     * @throws StoreCannotOpen if the directory is not there and cannot be made, or cannot be written
     */
    public static StoreFile in(Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new StoreCannotOpen("store directory " + directory + " cannot be created: " + e.getMessage(), e);
        }
        if (!Files.isWritable(directory)) {
            throw new StoreCannotOpen("store directory " + directory
                    + " cannot be written (expected: a directory in which this user may create files)");
        }
        return new StoreFile(directory.resolve(FILE).toString(), directory);
    }

    public boolean exists() {
        return FileUtils.exists(name);
    }

    /**
     * Opens it, or begins it.
     *
     * @throws StoreCannotOpen if another process has it open, or it is damaged, or was not written by this store
     */
    MVStore open() {
        boolean begun = exists();
        if (begun && FileUtils.size(name) == 0) {
            throw new StoreCannotOpen(damaged("it is empty"));
        }
        if (begun && !FileUtils.canWrite(name)) {
            throw new StoreCannotOpen(
                    "store file " + name + " cannot be written (expected: a file this user may write)");
        }
        var careful = new CarefulFile(Map.of("cacheSize", cacheMegabytes()));
        try {
            careful.open(name, false, null);
            var file = new MVStore.Builder()
                    .adoptFileStore(careful)
                    .autoCommitDisabled()
                    .autoCommitBufferSize(0) // else a large write is committed in its middle
                    .open();
            file.setRetentionTime(0);
            file.setVersionsToKeep(0);
            return orClosed(file, () -> {
                if (begun) {
                    checkFormat(file);
                    file.sync(); // what a killed process wrote last may be in the system's memory only
                } else {
                    begin(file);
                }
            });
        } catch (MVStoreException e) {
            throw new StoreCannotOpen(sentence(e), e);
        }
    }

    private void checkFormat(MVStore file) {
        if (file.getStoreVersion() != FORMAT) {
            throw new StoreCannotOpen("store file " + name + " has format " + file.getStoreVersion() + " (expected: "
                    + FORMAT + "; export it with the version that wrote it, and import it with this one)");
        }
    }

    private void begin(MVStore file) {
        file.setStoreVersion(FORMAT);
        file.commit();
        file.sync();
        syncDirectory();
    }

    /**
     * Opens it as it was in an earlier version, and forgets the later ones for good.
     *
     * @throws StoreCannotOpen as {@link #open} does, or if the later ones cannot be taken away
     */
    MVStore openAt(long version) {
        var file = open();
        return orClosed(file, () -> {
            if (file.getCurrentVersion() > version) {
                file.rollbackTo(version);
                file.sync();
            }
        });
    }

    private MVStore orClosed(MVStore file, Runnable work) {
        try {
            work.run();
            return file;
        } catch (MVStoreException e) {
            file.closeImmediately();
            throw new StoreCannotOpen(sentence(e), e);
        } catch (RuntimeException e) {
            file.closeImmediately();
            throw e;
        }
    }

    /** The file's name must survive a power cut too. Where a directory cannot be opened, the system sees to it. */
    private void syncDirectory() {
        try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            LoggerFactory.getLogger(StoreFile.class)
                    .atDebug()
                    .setCause(e)
                    .log("directory {} cannot be synced", directory);
        }
    }

    private String sentence(MVStoreException e) {
        return switch (e.getErrorCode()) {
            case DataUtils.ERROR_FILE_LOCKED ->
                "store file " + name + " is open in another process (expected: one process per store)";
            case DataUtils.ERROR_WRITING_FAILED -> "store file " + name + " cannot be written: " + e.getMessage();
            default -> damaged(e.getMessage());
        };
    }

    private String damaged(@Nullable String how) {
        return "store file " + name + " is damaged: " + how
                + " (expected: a file this store wrote; restore a copy or import an export)";
    }

    private static int cacheMegabytes() {
        return Math.clamp(Runtime.getRuntime().maxMemory() >> 23, LEAST_CACHE_MB, MOST_CACHE_MB);
    }
}
