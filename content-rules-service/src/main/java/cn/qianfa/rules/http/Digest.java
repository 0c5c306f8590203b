package cn.qianfa.rules.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells the same command from another one under the same key. */
public final class Digest {
    private Digest() {}

    /** @return SHA-256 as hexadecimal digits */
    public static String of(String before, byte[] body) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            sha.update(before.getBytes(UTF_8));
            return HexFormat.of().formatHex(sha.digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
