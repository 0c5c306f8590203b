package cn.qianfa.approval.registry;

import cn.qianfa.approval.decision.Asked;
import cn.qianfa.approval.decision.Outcome;
import cn.qianfa.approval.decision.Outcome.Done;
import cn.qianfa.approval.decision.Outcome.Unknown;
import cn.qianfa.approval.decision.Race;
import cn.qianfa.approval.decision.Refusal;
import cn.qianfa.approval.registry.Register.Appointments;
import cn.qianfa.contracts.delivery.Cause;
import cn.qianfa.contracts.delivery.Versioned;
import java.time.InstantSource;

/** An administrator records that a person left: nothing is open to them from now on (article 6). */
public final class EndAppointment {
    private final Appointments appointments;
    private final Jurisdiction jurisdiction;
    private final InstantSource clock;

    public EndAppointment(Appointments appointments, Jurisdiction jurisdiction, InstantSource clock) {
        this.appointments = appointments;
        this.jurisdiction = jurisdiction;
        this.clock = clock;
    }

    public Outcome end(String staff, Asked<Void> asked) {
        return Race.decide(() -> appointments
                .find(staff)
                .filter(found -> jurisdiction.sees(asked.by(), found.value().unit()))
                .map(found -> end(found, asked))
                .orElseGet(Unknown::new));
    }

    private Outcome end(Versioned<Appointment> found, Asked<Void> asked) {
        var by = asked.by();
        var oneself = found.value().id().equals(by.id()); // else the last administrator could lock everybody out
        if (oneself || !jurisdiction.administers(by, found.value().unit())) {
            return Outcome.refused(Refusal.NOT_PERMITTED);
        }
        var command = asked.command().get().answering(Appointment.State.LEFT.name());
        return Outcome.before(found.revision(), command).orElseGet(() -> end(found, command));
    }

    private Outcome end(Versioned<Appointment> found, Cause.Command command) {
        return switch (found.value()) {
            case Appointment.Held held -> {
                var ended = held.ended(clock.instant());
                appointments.save(found.<Appointment>with(ended).because(command), ended.announcement());
                yield new Done(ended.id(), found.nextVersion(), command.answer());
            }
            case Appointment.Ended ended -> // leaving twice is leaving once
                new Done(ended.id(), found.revision().version(), command.answer());
        };
    }
}
