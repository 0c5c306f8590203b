package cn.qianfa.launcher.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** What one part says, in {@code logs/<part>.log}. */
public record LogFile(Path path) {
    private static final int TAIL = 256 * 1024;
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /** Before a start: puts a log aside that has grown beyond the limit, and drops those put aside long ago. */
    public void rotate(long limit, Duration age, InstantSource clock) {
        try {
            if (size() > limit) {
                Files.move(path, path.resolveSibling(prefix() + STAMP.format(clock.instant()) + ".log"));
            }
            for (var old : putAside()) {
                if (Files.getLastModifiedTime(old)
                        .toInstant()
                        .isBefore(clock.instant().minus(age))) {
                    Files.delete(old);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Path> putAside() throws IOException {
        try (var files = Files.list(path.toAbsolutePath().getParent())) {
            return files.filter(file -> file.getFileName().toString().matches(prefix() + "\\d{8}T\\d{6}Z\\.log"))
                    .toList();
        }
    }

    private String prefix() {
        return path.getFileName().toString().replaceFirst("\\.log$", "-");
    }

    public long size() {
        try {
            return Files.exists(path) ? Files.size(path) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The last lines, at most 256 KiB, none from before the given byte. */
    public List<String> tail(long from) {
        if (!Files.exists(path)) {
            return List.of();
        }
        try (var file = FileChannel.open(path)) {
            var start = Math.max(from, file.size() - TAIL);
            var bytes = ByteBuffer.allocate((int) Math.max(0, file.size() - start));
            file.read(bytes, start);
            return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
