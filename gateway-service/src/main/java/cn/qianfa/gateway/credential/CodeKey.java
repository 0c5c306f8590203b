package cn.qianfa.gateway.credential;

import cn.qianfa.gateway.secret.SecretFile;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The secret activation codes are made with. */
public final class CodeKey {
    private static final int LENGTH = 32;
    private static final String ALGORITHM = "HmacSHA256";

    private CodeKey() {}

    /** @param file made if it is not there */
    public static Supplier<Mac> in(Path file) throws IOException {
        var bytes = new SecretFile(file).readOrMake(CodeKey::random);
        if (bytes.length != LENGTH) {
            throw new IllegalStateException("%s: %d bytes (expected: %d)".formatted(file, bytes.length, LENGTH));
        }
        var key = new SecretKeySpec(bytes, ALGORITHM);
        return () -> mac(key);
    }

    private static byte[] random() {
        var bytes = new byte[LENGTH];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    private static Mac mac(SecretKeySpec key) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is part of every JDK", e);
        }
    }
}
