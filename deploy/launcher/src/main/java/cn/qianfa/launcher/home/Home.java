package cn.qianfa.launcher.home;

import cn.qianfa.launcher.speech.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** The directory of one installation, for its user alone. */
public record Home(Path root) {
    /**
     * Makes what is missing and checks that it is ours to write.
     *
     * @throws Refused if it cannot be written or belongs to somebody else
     */
    public static Home open(Path root) {
        try {
            var home = new Home(Files.createDirectories(root));
            home.mustBeOurs();
            Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
            for (var directory :
                    List.of(home.kafka(), home.store(), home.media(), home.logs(), home.run(), home.secrets())) {
                Files.createDirectories(directory);
            }
            Files.setPosixFilePermissions(home.secrets(), PosixFilePermissions.fromString("rwx------"));
            return home;
        } catch (IOException e) {
            throw new Refused("home.unwritable", root, e);
        }
    }

    /** A file we make belongs to us; the directory it lies in has to belong to the same user. */
    private void mustBeOurs() throws IOException {
        var probe = Files.createTempFile(root, "probe", "");
        try {
            var we = Files.getOwner(probe);
            var owner = Files.getOwner(root);
            if (!we.equals(owner)) {
                throw new Refused("home.foreign", root, owner.getName(), we.getName());
            }
        } finally {
            Files.delete(probe);
        }
    }

    /** @throws Refused if less than this many bytes are free on its disk */
    public void mustHaveFree(long bytes) {
        try {
            var free = Files.getFileStore(root).getUsableSpace();
            if (free < bytes) {
                throw new Refused("home.full", root, mebibytes(free), mebibytes(bytes));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws Refused if a back-up was to be restored here and was not restored to its end */
    public void mustNotBeHalf() {
        if (isHalf()) {
            throw new Refused("home.half", root);
        }
    }

    /** Whether part of what lies here may be of a back-up and part of before. */
    public boolean isHalf() {
        return Files.exists(restoring());
    }

    /** Where a back-up lies while it takes the place of what is here. */
    public Path restoring() {
        return root.resolve("restoring");
    }

    private static long mebibytes(long bytes) {
        return bytes / 1024 / 1024;
    }

    public Path kafka() {
        return root.resolve("kafka");
    }

    public Path store() {
        return root.resolve("store");
    }

    public Path media() {
        return root.resolve("media");
    }

    public Path logs() {
        return root.resolve("logs");
    }

    public Path run() {
        return root.resolve("run");
    }

    public Path secrets() {
        return root.resolve("secrets");
    }

    Path lock() {
        return root.resolve("qianfa.lock");
    }
}
