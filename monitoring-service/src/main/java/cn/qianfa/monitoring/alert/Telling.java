package cn.qianfa.monitoring.alert;

import cn.qianfa.contracts.delivery.StaleWrite;
import cn.qianfa.contracts.delivery.Versioned;
import cn.qianfa.monitoring.casework.Case;
import cn.qianfa.monitoring.casework.Cases;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Function;

/**
 * The steps of telling an alert one way, at least once: the try is written down before the call and its outcome after it, so
 * that another end that was down, or a process that fell, delays an alert and loses none. Any instance may take any step.
 */
final class Telling {
    private final Alerts alerts;
    private final Cases cases;
    private final Pace pace;
    private final InstantSource clock;

    Telling(Alerts alerts, Cases cases, Pace pace, InstantSource clock) {
        this.alerts = alerts;
        this.cases = cases;
        this.pace = pace;
        this.clock = clock;
    }

    /** Whether there is still sense in telling it; if not, that is written down. */
    boolean isWanted(Alert.Ringing ringing) {
        var now = clock.instant();
        if (now.isAfter(ringing.notice().notAfter())) {
            change(ringing, due -> due.tooLate(now));
            return false;
        }
        if (isSeen(ringing.notice().id())) {
            change(ringing, due -> due.notNeeded(Alert.Why.ACKNOWLEDGED, now));
            return false;
        }
        return true;
    }

    private boolean isSeen(AlertId id) {
        return cases.find(id.caseId())
                .filter(one -> one.value() instanceof Case.Acknowledged)
                .isPresent();
    }

    /** @return false where another instance is on it, or it is told already */
    boolean begin(Alert.Ringing ringing) {
        return change(ringing, due -> due.trying(clock.instant().plus(pace.callTakes())));
    }

    /** It has to wait for its turn. */
    void hold(Alert.Ringing ringing, Instant turn) {
        change(ringing, due -> due.notBefore(turn));
    }

    /** There is nobody it could be told to this way. */
    void drop(Alert.Ringing ringing, Alert.Why why) {
        change(ringing, due -> due.notNeeded(why, clock.instant()));
    }

    /** What came of the try is kept, whoever has written meanwhile. */
    void end(Alert.Key key, Bell.Rung rung) {
        while (true) {
            var found = alerts.find(key).orElseThrow();
            if (!(found.value() instanceof Alert.Ringing trying)) {
                return; // another instance took this one for fallen, and has told it
            }
            try {
                alerts.save(found.with(after(trying, rung, clock.instant())));
                return;
            } catch (StaleWrite e) {
                continue;
            }
        }
    }

    private Alert after(Alert.Ringing trying, Bell.Rung rung, Instant now) {
        return switch (rung) {
            case Bell.Rung.Taken(var reply) -> trying.delivered(reply, now);
            case Bell.Rung.Deferred(var why) ->
                trying.deferred(
                        why, now, now.plus(pace.pauseAfter(trying.tries().begun())));
            case Bell.Rung.Refused(var why) -> trying.refused(why, now);
        };
    }

    private boolean change(Alert.Ringing due, Function<Alert.Ringing, Alert> change) {
        try {
            return alerts.find(due.key())
                    .filter(found -> found.value().equals(due))
                    .map(found -> save(found, change.apply(due)))
                    .orElse(false);
        } catch (StaleWrite e) {
            return false; // another instance is on it
        }
    }

    private boolean save(Versioned<Alert> found, Alert changed) {
        alerts.save(found.with(changed));
        return true;
    }
}
