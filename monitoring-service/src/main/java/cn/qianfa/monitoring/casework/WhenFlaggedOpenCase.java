package cn.qianfa.monitoring.casework;

import cn.qianfa.contracts.delivery.Cause;
import cn.qianfa.contracts.delivery.Position;
import cn.qianfa.contracts.delivery.Reacted;
import cn.qianfa.contracts.delivery.Versioned;
import cn.qianfa.contracts.event.CommentFlagged;
import java.time.InstantSource;
import java.util.List;

/** A flag opens one case, once: the case's id is the comment's. */
public final class WhenFlaggedOpenCase {
    private final Cases cases;
    private final Rounds rounds;
    private final InstantSource clock;

    public WhenFlaggedOpenCase(Cases cases, Rounds rounds, InstantSource clock) {
        this.cases = cases;
        this.rounds = rounds;
        this.clock = clock;
    }

    public Reacted react(CommentFlagged event, Position at) {
        var matter = Matter.of(event);
        return cases.find(matter.id()).map(found -> again(found, at)).orElseGet(() -> open(matter, at));
    }

    private Reacted open(Matter matter, Position at) {
        var opened = new Case.Open(matter, rounds.first(matter, clock.instant()));
        cases.open(opened, new Cause.Event(at), List.of(opened.announcement()));
        return Reacted.APPLIED;
    }

    private static Reacted again(Versioned<Case> found, Position at) {
        var reacted = found.revision().mirror(at);
        return reacted instanceof Reacted.Forked ? reacted : Reacted.DUPLICATE;
    }
}
