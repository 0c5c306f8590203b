package cn.qianfa.monitoring.alert.http;

import cn.qianfa.monitoring.alert.Alert;
import cn.qianfa.monitoring.alert.Attempt;
import cn.qianfa.monitoring.alert.Way;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How an alert is told one way, and what came of each try; to whom is said by the person's id, never by their address. */
record TellingView(
        Way way,
        @Nullable String staff,
        State state,
        int tries,
        @Nullable Instant nextTryAt,
        List<AttemptView> attempts) {
    /** Whether it got there, or what came of one try. */
    enum State {
        WAITING,
        DEFERRED,
        SENT,
        REFUSED,
        GIVEN_UP,
        NO_ADDRESS,
        NOT_NEEDED
    }

    /** One try. */
    record AttemptView(
            Instant at,
            State outcome,
            @Nullable String said,
            @Nullable Instant nextTryAt) {
        static AttemptView of(Attempt attempt) {
            return switch (attempt.outcome()) {
                case Attempt.Sent(var reply) -> new AttemptView(attempt.at(), State.SENT, reply, null);
                case Attempt.Deferred(var why, var next) -> new AttemptView(attempt.at(), State.DEFERRED, why, next);
                case Attempt.Refused(var why) -> new AttemptView(attempt.at(), State.REFUSED, why, null);
                case Attempt.GivenUp() -> new AttemptView(attempt.at(), State.GIVEN_UP, null, null);
            };
        }
    }

    static TellingView of(Alert alert) {
        return new TellingView(
                alert.way(),
                alert.notice().told(),
                state(alert),
                alert.tries().begun(),
                alert instanceof Alert.Ringing ringing ? ringing.nextTryAt() : null,
                alert.tries().newest().stream().map(AttemptView::of).toList());
    }

    private static State state(Alert alert) {
        return switch (alert) {
            case Alert.Ringing _ -> State.WAITING;
            case Alert.Delivered _ -> State.SENT;
            case Alert.Dropped dropped ->
                switch (dropped.why()) {
                    case ACKNOWLEDGED -> State.NOT_NEEDED;
                    case TOO_LATE -> State.GIVEN_UP;
                    case REFUSED -> State.REFUSED;
                    case NO_ADDRESS -> State.NO_ADDRESS;
                };
        };
    }
}
