package cn.qianfa.gateway.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Pattern;

/** The header that makes a repeated command the same command. */
public final class IdempotencyKey {
    public static final String HEADER = "Idempotency-Key";

    /** What is said where it is missing. */
    public static final Breach MISSING = new Breach(HEADER, null, "expected.idempotency-key");

    private static final Pattern SHAPE = Pattern.compile("[!-~]{1,128}");

    private IdempotencyKey() {}

    /** Empty where it is missing or not 1 to 128 visible ASCII characters. */
    public static Optional<String> of(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HEADER))
                .filter(key -> SHAPE.matcher(key).matches());
    }
}
