package cn.qianfa.monitoring.alert.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs by the Standard Webhooks convention: HMAC-SHA256 over {@code id.timestamp.body}, base64 behind {@code v1,}. */
final class WebhookSignature {
    private static final String PREFIX = "whsec_";
    private static final int SHORTEST_KEY = 24;

    private final SecretKeySpec key;

    /** @param secret {@code whsec_} and base64, at least 24 bytes */
    WebhookSignature(String secret) {
        var bytes =
                secret.startsWith(PREFIX) ? Base64.getDecoder().decode(secret.substring(PREFIX.length())) : new byte[0];
        if (bytes.length < SHORTEST_KEY) {
            throw new IllegalArgumentException("webhook key: %d bytes (expected: whsec_ and base64 of %d or more)"
                    .formatted(bytes.length, SHORTEST_KEY));
        }
        key = new SecretKeySpec(bytes, "HmacSHA256");
    }

    /** @param timestamp seconds since 1970 */
    String of(String id, long timestamp, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update("%s.%d.".formatted(id, timestamp).getBytes(UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is part of every JDK", e);
        }
    }
}
