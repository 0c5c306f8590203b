package cn.qianfa.monitoring.casework;

import cn.qianfa.monitoring.classification.Urgency;
import cn.qianfa.monitoring.roster.Ladder;
import cn.qianfa.monitoring.roster.OnCall;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * How long each person has, and who is told after them. What is routine goes to everybody on call once and then stays
 * with the last; what is urgent begins again, until somebody acknowledges it.
 */
public final class Rounds {
    private final OnCall onCall;
    private final Duration patience;
    private final Duration tooLate;
    private final InstantSource ages;

    /**
     * @param patience how long one person has to acknowledge
     * @param tooLate what was flagged longer ago opens its case and tells nobody, so that a service rebuilt from its
     *     topics rings no phone
     * @param ages by which that is judged
     */
    public Rounds(OnCall onCall, Duration patience, Duration tooLate, InstantSource ages) {
        this.onCall = onCall;
        this.patience = patience;
        this.tooLate = tooLate;
        this.ages = ages;
    }

    Round first(Matter matter, Instant now) {
        return isTooLate(matter) ? new Round(1, null, now, null) : round(matter, 1, now);
    }

    Round next(Case before, Instant now) {
        return round(before.matter(), before.round().number() + 1, now);
    }

    /** The same round once more from its beginning. */
    Round anew(Round round, Instant now) {
        return new Round(round.number(), round.told(), round.since(), now.plus(patience));
    }

    Duration patience() {
        return patience;
    }

    private boolean isTooLate(Matter matter) {
        return matter.openedAt().plus(tooLate).isBefore(ages.instant());
    }

    private Round round(Matter matter, int number, Instant now) {
        var ladder = onCall.ladderOf(matter.unit());
        return new Round(number, ladder.at(number).orElse(null), now, due(matter, number, ladder, now));
    }

    private @Nullable Instant due(Matter matter, int number, Ladder ladder, Instant now) {
        var staysHere =
                matter.urgency() == Urgency.ROUTINE && !ladder.staff().isEmpty() && !ladder.hasMoreAfter(number);
        return staysHere ? null : now.plus(patience);
    }
}
