package cn.qianfa.monitoring.casework;

import cn.qianfa.contracts.delivery.StaleWrite;
import java.time.InstantSource;
import java.util.List;

/**
 * Tells the next person where nobody acknowledged in time (article 13). Every instance tries; the guard of the write lets
 * one of them through, and none once somebody acknowledged.
 */
public final class EscalateOverdue {
    private static final int AT_ONCE = 200;

    private final Cases cases;
    private final Rounds rounds;
    private final InstantSource clock;

    public EscalateOverdue(Cases cases, Rounds rounds, InstantSource clock) {
        this.cases = cases;
        this.rounds = rounds;
        this.clock = clock;
    }

    /** @return how many cases this call escalated */
    public int escalate() {
        return (int) cases.overdue(clock.instant(), AT_ONCE).stream()
                .filter(this::escalate)
                .count();
    }

    private boolean escalate(CaseId id) {
        var now = clock.instant();
        var found = cases.find(id).orElseThrow();
        if (!(found.value() instanceof Case.Open open) || !open.isOverdue(now)) {
            return false;
        }
        var told = open.tell(rounds.next(open, now));
        try {
            cases.save(found.with(told), List.of(told.escalation()));
            return true;
        } catch (StaleWrite e) {
            return false; // acknowledged meanwhile, or escalated by another instance
        }
    }
}
