package cn.qianfa.monitoring.casework;

import cn.qianfa.contracts.delivery.StaleWrite;
import cn.qianfa.contracts.delivery.Versioned;
import cn.qianfa.contracts.event.Event;
import cn.qianfa.contracts.identity.Actor;
import cn.qianfa.monitoring.registry.Access;
import cn.qianfa.monitoring.registry.Registry;
import java.time.InstantSource;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * An officer says they have seen a case, or that they cannot stay on it (article 13). Whether an acknowledgement or the
 * next round comes first is decided by the write's guard; an acknowledgement that comes second acknowledges the new round.
 */
public final class AcknowledgeCase {
    private final Cases cases;
    private final Rounds rounds;
    private final Registry registry;
    private final InstantSource clock;

    public AcknowledgeCase(Cases cases, Rounds rounds, Registry registry, InstantSource clock) {
        this.cases = cases;
        this.rounds = rounds;
        this.registry = registry;
        this.clock = clock;
    }

    /** @param round of the alert that is answered; one that was never told is unknown */
    public Outcome acknowledge(CaseId id, int round, Actor by) {
        return change(id, round, by, before -> switch (before) {
            case Case.Open open -> open.acknowledge(by.by(), clock.instant());
            case Case.Acknowledged seen -> seen; // asking twice is asking once
        });
    }

    /** Takes an acknowledgement back: the next person is told at once. */
    public Outcome giveBack(CaseId id, int round, Actor by) {
        return change(id, round, by, before -> switch (before) {
            case Case.Open open -> open;
            case Case.Acknowledged seen -> seen.giveBack(rounds.next(seen, clock.instant()));
        });
    }

    private Outcome change(CaseId id, int round, Actor by, UnaryOperator<Case> change) {
        while (true) {
            var found = cases.find(id)
                    .filter(one -> round >= 1 && round <= one.value().round().number());
            if (found.isEmpty()) {
                return new Unknown(id);
            }
            switch (Access.of(by, found.get().value().matter().unit(), registry.units())) {
                case HIDDEN -> {
                    return new Unknown(id);
                }
                case FORBIDDEN, READ -> {
                    return new NotPermitted();
                }
                case ACT -> {}
            }
            try {
                return new Done(save(found.get(), change.apply(found.get().value())));
            } catch (StaleWrite e) {
                continue; // somebody else was first: decide again on what is there now
            }
        }
    }

    private Case save(Versioned<Case> found, Case changed) {
        if (!changed.equals(found.value())) {
            cases.save(found.with(changed), List.of(news(changed)));
        }
        return changed;
    }

    private static Event news(Case changed) {
        return switch (changed) {
            case Case.Open told -> told.escalation();
            case Case.Acknowledged seen -> seen.announcement();
        };
    }

    /** What came of it. */
    public sealed interface Outcome permits Done, Unknown, NotPermitted {}

    /** The case as it stands now. */
    public record Done(Case now) implements Outcome {}

    /** No such case or round, or none they may know of. */
    public record Unknown(CaseId id) implements Outcome {}

    /** Not their duty. */
    public record NotPermitted() implements Outcome {}
}
