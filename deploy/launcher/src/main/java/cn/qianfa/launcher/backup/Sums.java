package cn.qianfa.launcher.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.LongConsumer;

/** Copies bytes and says what they were. */
final class Sums {
    private static final int BLOCK = 1 << 16;

    private final LongConsumer progress;

    /** @param progress told of each stretch that is done */
    Sums(LongConsumer progress) {
        this.progress = progress;
    }

    Manifest.Content copy(String name, InputStream from, OutputStream to) throws IOException {
        var digest = sha256();
        var block = new byte[BLOCK];
        var bytes = 0L;
        for (var read = from.read(block); read >= 0; read = from.read(block)) {
            digest.update(block, 0, read);
            to.write(block, 0, read);
            bytes += read;
            progress.accept(read);
        }
        return new Manifest.Content(name, bytes, HexFormat.of().formatHex(digest.digest()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every JDK has it
        }
    }
}
