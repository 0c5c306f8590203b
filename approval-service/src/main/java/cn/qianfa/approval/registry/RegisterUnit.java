package cn.qianfa.approval.registry;

import cn.qianfa.approval.decision.Asked;
import cn.qianfa.approval.decision.Outcome;
import cn.qianfa.approval.decision.Outcome.Done;
import cn.qianfa.approval.decision.Refusal;
import cn.qianfa.approval.registry.Register.Units;
import cn.qianfa.contracts.delivery.Cause;
import cn.qianfa.contracts.delivery.StaleWrite;
import cn.qianfa.contracts.identity.Role;
import java.time.InstantSource;

/** An administrator places a new unit under one they are responsible for (article 3). */
public final class RegisterUnit {
    /** What is known of the new unit. */
    public record Form(String id, String name, String parent) {}

    private final Units units;
    private final Jurisdiction jurisdiction;
    private final InstantSource clock;

    public RegisterUnit(Units units, Jurisdiction jurisdiction, InstantSource clock) {
        this.units = units;
        this.jurisdiction = jurisdiction;
        this.clock = clock;
    }

    public Outcome register(Asked<Form> asked) {
        if (!asked.by().is(Role.ADMIN)) {
            return Outcome.refused(Refusal.NOT_PERMITTED);
        }
        var command = asked.command().get();
        var form = asked.what().get();
        if (!jurisdiction.administers(asked.by(), form.parent())) {
            return Outcome.refused(Refusal.NO_SUCH_PARENT);
        }
        return add(new Unit(form.id(), form.name(), form.parent(), clock.instant()), command);
    }

    private Outcome add(Unit unit, Cause.Command command) {
        try {
            return units.add(unit, command, unit.announcement())
                    .map(before -> Outcome.of(before, command))
                    .orElseGet(() -> new Done(unit.id(), 1, command.answer()));
        } catch (StaleWrite e) {
            return Outcome.refused(Refusal.ALREADY_THERE);
        }
    }
}
