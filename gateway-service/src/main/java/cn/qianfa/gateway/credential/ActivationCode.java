package cn.qianfa.gateway.credential;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;

/** A code of 80 bits, shown once, with which a person sets a password; only its hash is stored. */
public record ActivationCode(String value) {
    /** Without the letters that look like digits. */
    private static final String SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int LENGTH = 16;
    private static final int GROUP = 4;

    /** What someone typed, with or without hyphens, in any case; empty if it cannot be a code. */
    public static Optional<ActivationCode> read(String typed) {
        var signs = typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        return signs.length() == LENGTH && signs.chars().allMatch(sign -> SIGNS.indexOf(sign) >= 0)
                ? Optional.of(new ActivationCode(signs))
                : Optional.empty();
    }

    /** The code of one command: the same again for the same command, and nothing to guess without the key. */
    static ActivationCode of(String command, Mac key) {
        var bytes = key.doFinal(command.getBytes(UTF_8));
        var signs = new StringBuilder();
        for (var at = 0; at < LENGTH; at++) {
            signs.append(SIGNS.charAt(bytes[at] & 31));
        }
        return new ActivationCode(signs.toString());
    }

    /** In four groups, to be read aloud. */
    public String shown() {
        return String.join("-", value.split("(?<=\\G.{" + GROUP + "})"));
    }

    String hash() {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(value.getBytes(UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
