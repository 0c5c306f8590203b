package cn.qianfa.monitoring.http;

import java.util.Arrays;
import java.util.Locale;

/** Every problem this service answers; its words are in {@code problems.properties}. */
public enum Problem {
    MALFORMED(400),
    NOT_PERMITTED(403),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    WRONG_STATE(409),
    STALE_VERSION(412),
    TOO_LARGE(413),
    UNSUPPORTED_MEDIA(415),
    INVALID(422),
    KEY_REUSED(422),
    VERSION_REQUIRED(428),
    BACKLOG(429),
    FAILURE(500),
    UNAVAILABLE(503);

    private final int status;

    Problem(int status) {
        this.status = status;
    }

    int status() {
        return status;
    }

    /** As in {@code urn:problem:not-found}, and the key of its words. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The problem for a status somebody else set. */
    static Problem ofStatus(int status) {
        return Arrays.stream(values())
                .filter(problem -> problem.status == status)
                .findFirst()
                .orElse(status < 500 ? MALFORMED : FAILURE);
    }
}
