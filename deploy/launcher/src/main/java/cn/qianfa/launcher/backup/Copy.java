package cn.qianfa.launcher.backup;

import cn.qianfa.launcher.speech.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files of an installation beside the back-up they are packed into; gone when that is done. */
public record Copy(Path directory) implements AutoCloseable {
    /** @param directory for nobody else; what is left there of an earlier attempt is removed */
    public static Copy into(Path directory) throws IOException {
        Disk.remove(directory);
        return new Copy(Files.createDirectory(directory));
    }

    /**
     * Copy and back-up lie there together for a while.
     *
     * @return how many bytes there are to copy
     * @throws Refused if they do not fit
     */
    public long mustFit(Path home) throws IOException {
        var bytes = 0L;
        for (var part : Manifest.PARTS) {
            bytes += Disk.bytes(home.resolve(part));
        }
        var free = Files.getFileStore(directory).getUsableSpace();
        if (free < 2 * bytes) {
            throw new Refused(
                    "backup.full",
                    directory.resolveSibling(""),
                    Progress.mebibytes(free),
                    Progress.mebibytes(2 * bytes));
        }
        return bytes;
    }

    /** @param home whose processes stand still, or do not run */
    public void take(Path home) throws IOException {
        for (var part : Manifest.PARTS) {
            for (var file : Disk.files(home.resolve(part))) {
                Disk.copy(file, directory.resolve(home.relativize(file).toString()));
            }
        }
    }

    public long bytes() throws IOException {
        return Disk.bytes(directory);
    }

    @Override
    public void close() throws IOException {
        Disk.remove(directory);
    }
}
