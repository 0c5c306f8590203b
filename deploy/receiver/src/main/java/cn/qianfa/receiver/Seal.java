package cn.qianfa.receiver;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Tells genuine webhooks from others by the Standard Webhooks convention: HMAC-SHA256 over {@code id.timestamp.body},
 * base64 behind {@code v1,}; what was signed more than five minutes ago is not believed.
 */
final class Seal {
    /** What a webhook is worth. */
    enum Worth {
        GENUINE,
        /** Id, time or signature is missing, or is none. */
        INCOMPLETE,
        STALE,
        FORGED
    }

    private static final String PREFIX = "whsec_";
    private static final int SHORTEST_KEY = 24;
    private static final int LONGEST_ID = 256;
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final SecretKeySpec key;
    private final InstantSource clock;

    /** @param secret {@code whsec_} and base64, at least 24 bytes */
    Seal(String secret, InstantSource clock) {
        var bytes = decode(secret);
        if (bytes.length < SHORTEST_KEY) {
            throw new Refused("key.short", bytes.length, SHORTEST_KEY);
        }
        this.key = new SecretKeySpec(bytes, "HmacSHA256");
        this.clock = clock;
    }

    private static byte[] decode(String secret) {
        try {
            return secret.startsWith(PREFIX)
                    ? Base64.getDecoder().decode(secret.substring(PREFIX.length()))
                    : new byte[0];
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    /** @param signatures one or, while a key is changed, several with spaces between them */
    Worth of(@Nullable String id, @Nullable String timestamp, @Nullable String signatures, byte[] body) {
        if (id == null || id.isEmpty() || id.length() > LONGEST_ID || signatures == null) {
            return Worth.INCOMPLETE;
        }
        if (timestamp == null || !timestamp.matches("\\d{1,12}")) {
            return Worth.INCOMPLETE;
        }
        var age = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), clock.instant());
        if (age.abs().compareTo(TOLERANCE) > 0) {
            return Worth.STALE;
        }
        var expected = signature(id, timestamp, body);
        return Stream.of(signatures.split(" "))
                        .anyMatch(given -> MessageDigest.isEqual(given.getBytes(US_ASCII), expected))
                ? Worth.GENUINE
                : Worth.FORGED;
    }

    private byte[] signature(String id, String timestamp, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update((id + '.' + timestamp + '.').getBytes(UTF_8));
            return ("v1," + Base64.getEncoder().encodeToString(mac.doFinal(body))).getBytes(US_ASCII);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is part of every JDK", e);
        }
    }
}
