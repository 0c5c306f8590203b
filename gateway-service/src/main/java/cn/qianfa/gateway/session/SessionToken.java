package cn.qianfa.gateway.session;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the browser's cookie holds: 256 random bits. The store knows only their hash. */
public record SessionToken(String value) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{43}");

    public static SessionToken random() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return new SessionToken(ENCODER.encodeToString(bytes));
    }

    /** Empty if it cannot be one. */
    public static Optional<SessionToken> read(String text) {
        return SHAPE.matcher(text).matches() ? Optional.of(new SessionToken(text)) : Optional.empty();
    }

    /** The session's name in the store. */
    public String id() {
        return hash("id");
    }

    /** What a page must send along to write: made of the token, so no other session's will do. */
    public String csrf() {
        return hash("csrf");
    }

    private String hash(String purpose) {
        try {
            var text = purpose + ':' + value;
            return ENCODER.encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
