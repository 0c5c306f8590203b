package cn.qianfa.gateway.http;

/**
 * The longest bodies taken, in bytes.
 *
 * @param body of everything but media; held in memory
 * @param media of one picture or film; passed on as it comes
 */
public record BodyLimits(int body, long media) {
    public BodyLimits {
        if (body < 1024 || media < body) {
            throw new IllegalArgumentException(
                    "limits: body %d, media %d (expected: body 1024 or more, media not below it)"
                            .formatted(body, media));
        }
    }
}
