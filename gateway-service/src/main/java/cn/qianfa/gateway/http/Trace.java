package cn.qianfa.gateway.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The W3C trace context of one request, begun here where the browser brought none. */
public record Trace(String traceId, String spanId) {
    public static final String HEADER = "traceparent";
    private static final String ATTRIBUTE = Trace.class.getName();
    private static final Pattern SHAPE =
            Pattern.compile("00-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    /** The request's; the same however often it is asked for. */
    public static Trace of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Trace known) {
            return known;
        }
        var trace = new Trace(traceId(request.getHeader(HEADER)), random(8));
        request.setAttribute(ATTRIBUTE, trace);
        return trace;
    }

    /** What the next service is told: this gateway's span is its parent. */
    public String traceparent() {
        return "00-" + traceId + '-' + spanId + "-01";
    }

    private static String traceId(@Nullable String traceparent) {
        var matcher = SHAPE.matcher(traceparent == null ? "" : traceparent);
        return matcher.matches() ? matcher.group(1) : random(16);
    }

    private static String random(int length) {
        var bytes = new byte[length];
        do {
            ThreadLocalRandom.current().nextBytes(bytes);
        } while (isZero(bytes));
        return HexFormat.of().formatHex(bytes);
    }

    private static boolean isZero(byte[] bytes) {
        for (var value : bytes) {
            if (value != 0) {
                return false;
            }
        }
        return true;
    }
}
