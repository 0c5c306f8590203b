package cn.qianfa.monitoring.casework;

import cn.qianfa.contracts.delivery.StaleWrite;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the next person where nobody acknowledged in time (article 13). Every instance tries; the guard of the write lets
 * one of them through, and none once somebody acknowledged.
 *
 * <p>Where somebody sets the clock, nobody's time is cut short by it, nor drawn out by as much: rounds that were running begin
 * anew. Forward this is noticed by the process that runs then; back, by whichever looks next.
 */
public final class EscalateOverdue {
    private static final Logger LOG = LoggerFactory.getLogger(EscalateOverdue.class);
    private static final int AT_ONCE = 200;
    private static final int ALL = 10_000;

    /** Clocks of several machines differ by less; so does one that is only adjusted. */
    private static final Duration SET = Duration.ofSeconds(30);

    private final Cases cases;
    private final Rounds rounds;
    private final InstantSource clock;
    private final LongSupplier nanoTime;
    private Instant lookedAt;
    private long lookedAtNanos;

    /** @param nanoTime counts, and is never set */
    public EscalateOverdue(Cases cases, Rounds rounds, InstantSource clock, LongSupplier nanoTime) {
        this.cases = cases;
        this.rounds = rounds;
        this.clock = clock;
        this.nanoTime = nanoTime;
        this.lookedAt = clock.instant();
        this.lookedAtNanos = nanoTime.getAsLong();
    }

    /** @return how many cases this call escalated */
    public synchronized int escalate() {
        beginAnewWhereTheClockWasSet();
        return (int) cases.overdue(clock.instant(), AT_ONCE).stream()
                .filter(this::escalate)
                .count();
    }

    private void beginAnewWhereTheClockWasSet() {
        var now = clock.instant();
        var nanos = nanoTime.getAsLong();
        var counted = lookedAt.plusNanos(nanos - lookedAtNanos);
        if (Duration.between(counted, now).compareTo(SET) > 0) {
            LOG.atWarn().log("The clock was set forward from {} to {}: running rounds begin anew", counted, now);
            cases.overdue(now, ALL).forEach(id -> beginAnew(id, counted, now));
        }
        cases.ahead(now.plus(rounds.patience()).plus(SET), ALL).forEach(id -> beginAnew(id, now, now));
        lookedAt = now;
        lookedAtNanos = nanos;
    }

    /** @param running only a round that was not over at this time */
    private void beginAnew(CaseId id, Instant running, Instant now) {
        var found = cases.find(id).orElseThrow();
        if (found.value() instanceof Case.Open open && !open.isOverdue(running)) {
            try {
                cases.save(found.with(open.tell(rounds.anew(open.round(), now))), List.of());
            } catch (StaleWrite e) {
                return; // acknowledged meanwhile, or begun anew by another instance
            }
        }
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
