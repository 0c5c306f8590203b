package cn.qianfa.launcher.backup;

import cn.qianfa.launcher.speech.Voice;
import java.time.Duration;
import java.util.function.LongConsumer;

/** Says now and then how far it is. */
public final class Progress implements LongConsumer {
    private static final Duration TELL = Duration.ofSeconds(2);

    private final Voice voice;
    private final String key;
    private final long all;
    private long done;
    private long told = System.nanoTime();

    /** @param key of a sentence about how much of {@code all} is done */
    public Progress(Voice voice, String key, long all) {
        this.voice = voice;
        this.key = key;
        this.all = all;
    }

    @Override
    public void accept(long bytes) {
        done += bytes;
        var now = System.nanoTime();
        if (now - told > TELL.toNanos()) {
            told = now;
            voice.say(key, mebibytes(done), mebibytes(all));
        }
    }

    /** With one decimal, since a small installation is less than one. */
    public static String mebibytes(long bytes) {
        return String.format("%.1f", bytes / 1024.0 / 1024.0);
    }
}
