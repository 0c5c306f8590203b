package cn.qianfa.launcher.home;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import cn.qianfa.launcher.speech.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;

/** Held by the one call that starts or stops parts; the system lets go of it however that call ends. */
public final class HomeLock implements AutoCloseable {
    private final FileChannel channel;

    private HomeLock(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws Refused if another call is at work on the same directory */
    public static HomeLock take(Home home) {
        try {
            var channel = FileChannel.open(home.lock(), CREATE, WRITE);
            if (isTaken(channel)) {
                return new HomeLock(channel);
            }
            channel.close();
            throw new Refused("home.locked", home.root());
        } catch (IOException e) {
            throw new Refused("home.unwritable", home.root(), e);
        }
    }

    private static boolean isTaken(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException _) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
