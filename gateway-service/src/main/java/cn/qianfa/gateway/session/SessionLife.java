package cn.qianfa.gateway.session;

import java.time.Duration;
import java.time.Instant;

/**
 * How long a session lasts.
 *
 * @param idle without a request and without an open live stream
 * @param longest whatever happens
 */
public record SessionLife(Duration idle, Duration longest) {
    private static final Duration NOTED = Duration.ofMinutes(1);

    public SessionLife {
        if (idle.compareTo(NOTED) <= 0 || longest.compareTo(idle) < 0) {
            throw new IllegalArgumentException(
                    "session: idle %s, longest %s (expected: over a minute, longest not below idle)"
                            .formatted(idle, longest));
        }
    }

    public Instant end(Session session) {
        var idleEnd = session.seenAt().plus(idle);
        var lastEnd = session.startedAt().plus(longest);
        return idleEnd.isBefore(lastEnd) ? idleEnd : lastEnd;
    }

    boolean isOver(Session session, Instant now) {
        return !now.isBefore(end(session));
    }

    /** A request is noted once a minute, not once a request. */
    boolean isWorthNoting(Session session, Instant now) {
        return !now.isBefore(session.seenAt().plus(NOTED));
    }
}
