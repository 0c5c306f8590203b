package cn.qianfa.gateway.http;

import java.util.Locale;

/** Every problem the gateway itself answers; its words are in {@code problems.properties}. */
public enum Problem {
    MALFORMED(400),
    NOT_SIGNED_IN(401),
    WRONG_NAME_OR_PASSWORD(401, "not-signed-in"),
    CSRF(403),
    NOT_PERMITTED(403),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    WRONG_STATE(409),
    TOO_LARGE(413),
    UNSUPPORTED_MEDIA(415),
    INVALID(422),
    KEY_REUSED(422),
    TOO_MANY_REQUESTS(429),
    TOO_OFTEN(429, "too-many-requests"),
    FAILURE(500),
    UNAVAILABLE(503);

    private final int status;
    private final String code;

    Problem(int status) {
        this.status = status;
        this.code = words();
    }

    Problem(int status, String code) {
        this.status = status;
        this.code = code;
    }

    public int status() {
        return status;
    }

    /** As in {@code urn:problem:not-found}. */
    String code() {
        return code;
    }

    /** The key of its words. */
    String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The problem for a status somebody else set. */
    static Problem of(int status) {
        for (var problem : values()) {
            if (problem.status == status) {
                return problem;
            }
        }
        return status < 500 ? MALFORMED : FAILURE;
    }
}
