package cn.qianfa.contracts.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals tickets: {@code base64url(post|account|unit) . base64url(HMAC-SHA256)}, keyed by a secret that approval and
 * monitoring share through their environment.
 */
public final class TicketSeal {
    private static final int SHORTEST_KEY = 32;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final SecretKeySpec key;

    /** @param secret base64url, at least 32 bytes */
    public TicketSeal(String secret) {
        var bytes = Base64.getUrlDecoder().decode(secret);
        if (bytes.length < SHORTEST_KEY) {
            throw new IllegalArgumentException(
                    "ticket key: %d bytes (expected: %d or more)".formatted(bytes.length, SHORTEST_KEY));
        }
        key = new SecretKeySpec(bytes, "HmacSHA256");
    }

    public String seal(Ticket ticket) {
        var text =
                String.join("|", ticket.post(), ticket.account(), ticket.unit()).getBytes(UTF_8);
        return ENCODER.encodeToString(text) + '.' + ENCODER.encodeToString(mac(text));
    }

    /** The ticket; empty if it was not sealed with this key. */
    public Optional<Ticket> open(String sealed) {
        var dot = sealed.indexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        try {
            var text = Base64.getUrlDecoder().decode(sealed.substring(0, dot));
            var mac = Base64.getUrlDecoder().decode(sealed.substring(dot + 1));
            return MessageDigest.isEqual(mac, mac(text)) ? Optional.of(read(text)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // not base64url
        }
    }

    private static Ticket read(byte[] text) {
        var fields = Arrays.asList(new String(text, UTF_8).split("\\|", -1));
        return new Ticket(fields.get(0), fields.get(1), fields.get(2));
    }

    private byte[] mac(byte[] text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is part of every JDK", e);
        }
    }
}
