package cn.qianfa.launcher.backup;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** Files as they lie on a disk: found, copied, synced, removed. */
final class Disk {
    private static final int BLOCK = 1 << 16;
    private static final byte[] NOTHING = new byte[BLOCK];

    private Disk() {}

    /** The files below a directory, locks excepted; none if there is no such directory. */
    static List<Path> files(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (var found = Files.walk(directory)) {
            return found.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().endsWith(".lock"))
                    .sorted()
                    .toList();
        }
    }

    static long bytes(Path directory) throws IOException {
        var bytes = 0L;
        for (var file : files(directory)) {
            bytes += Files.size(file);
        }
        return bytes;
    }

    /** Kafka makes its indexes long and leaves them empty: stretches of nothing take no room in the copy either. */
    static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.resolveSibling(""));
        try (var source = FileChannel.open(from, READ);
                var target = FileChannel.open(to, CREATE_NEW, WRITE)) {
            var block = ByteBuffer.allocate(BLOCK);
            var at = 0L;
            for (var read = source.read(block); read >= 0; read = source.read(block.clear())) {
                block.flip();
                if (block.mismatch(ByteBuffer.wrap(NOTHING, 0, read)) >= 0) {
                    writeAll(target, block, at);
                }
                at += read;
            }
            if (target.size() < at) {
                writeAll(target, ByteBuffer.allocate(1), at - 1);
            }
        }
    }

    private static void writeAll(FileChannel target, ByteBuffer block, long at) throws IOException {
        var start = block.position();
        while (block.hasRemaining()) {
            target.write(block, at + block.position() - start);
        }
    }

    /** What was written, or renamed within a directory, is there after a power cut too. */
    static void sync(Path fileOrDirectory) throws IOException {
        try (var channel = FileChannel.open(fileOrDirectory, READ)) {
            channel.force(true);
        }
    }

    static void remove(Path directory) throws IOException {
        try (var found = Files.walk(directory)) {
            for (var one : found.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(one);
            }
        } catch (NoSuchFileException _) {
            return; // nothing to remove
        }
    }

    static boolean isEmpty(Path directory) throws IOException {
        return files(directory).isEmpty();
    }
}
