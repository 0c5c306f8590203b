package cn.qianfa.faults.clock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

/** By how much the wall clock is off, read from a file each time somebody asks for the time. */
public final class Shift {
    /** Eight bytes, milliseconds. */
    private static final MappedByteBuffer OFFSET = map(Path.of(System.getProperty("qianfa.wall-clock")));

    private Shift() {}

    private static MappedByteBuffer map(Path file) {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return channel.map(FileChannel.MapMode.READ_ONLY, 0, Long.BYTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In the place of {@link System#currentTimeMillis()}. */
    public static long currentTimeMillis() {
        return System.currentTimeMillis() + OFFSET.getLong(0);
    }

    /** What {@link Instant#now()} answers instead of this. */
    public static Instant shifted(Instant now) {
        return now.plusMillis(OFFSET.getLong(0));
    }
}
