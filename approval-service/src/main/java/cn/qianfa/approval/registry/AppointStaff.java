package cn.qianfa.approval.registry;

import cn.qianfa.approval.decision.Asked;
import cn.qianfa.approval.decision.Outcome;
import cn.qianfa.approval.decision.Outcome.Done;
import cn.qianfa.approval.decision.Outcome.Unknown;
import cn.qianfa.approval.decision.Race;
import cn.qianfa.approval.decision.Refusal;
import cn.qianfa.approval.registry.Register.Appointments;
import cn.qianfa.approval.registry.Register.Units;
import cn.qianfa.contracts.delivery.Cause;
import cn.qianfa.contracts.delivery.Versioned;
import cn.qianfa.contracts.identity.Role;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An administrator appoints a person of a unit, or gives them other roles there (article 6). */
public final class AppointStaff {
    /**
     * The person: the name they sign in with, the name people call them by, what they shall be.
     *
     * @param email where alerts reach them; null leaves what is on file, empty takes it off
     */
    public record Form(
            String id,
            String name,
            Set<Role> roles,
            @Nullable String email) {
        /** Whatever address is on file stays. */
        public Form(String id, String name, Set<Role> roles) {
            this(id, name, roles, null);
        }

        @Nullable
        String emailAfter(@Nullable String onFile) {
            if (email == null) {
                return onFile;
            }
            return email.isEmpty() ? null : email;
        }
    }

    private final Appointments appointments;
    private final Units units;
    private final Jurisdiction jurisdiction;
    private final InstantSource clock;

    public AppointStaff(Appointments appointments, Units units, Jurisdiction jurisdiction, InstantSource clock) {
        this.appointments = appointments;
        this.units = units;
        this.jurisdiction = jurisdiction;
        this.clock = clock;
    }

    public Outcome appoint(String unit, Asked<Form> asked) {
        if (!jurisdiction.sees(asked.by(), unit) || units.find(unit).isEmpty()) {
            return new Unknown();
        }
        if (!jurisdiction.administers(asked.by(), unit)) {
            return Outcome.refused(Refusal.NOT_PERMITTED);
        }
        var command = asked.command().get().answering(Appointment.State.APPOINTED.name());
        var form = asked.what().get();
        return Race.decide(() -> appointments
                .find(form.id())
                .map(found -> again(found, unit, form, command))
                .orElseGet(() -> anew(unit, form, command)));
    }

    private Outcome anew(String unit, Form form, Cause.Command command) {
        var held = held(unit, form, clock.instant(), null);
        return appointments
                .add(held, command, held.announcement())
                .map(before -> Outcome.of(before, command))
                .orElseGet(() -> new Done(held.id(), 1, command.answer()));
    }

    private Outcome again(Versioned<Appointment> found, String unit, Form form, Cause.Command command) {
        return Outcome.before(found.revision(), command).orElseGet(() -> switch (found.value()) {
            case Appointment.Held held
            when held.unit().equals(unit) -> save(found, held(unit, form, held.since(), held.email()), command);
            case Appointment.Held _ -> Outcome.refused(Refusal.ALREADY_THERE);
            case Appointment.Ended _ -> save(found, held(unit, form, clock.instant(), null), command);
        });
    }

    private Outcome save(Versioned<Appointment> found, Appointment.Held held, Cause.Command command) {
        appointments.save(found.<Appointment>with(held).because(command), held.announcement());
        return new Done(held.id(), found.nextVersion(), command.answer());
    }

    private Appointment.Held held(String unit, Form form, Instant since, @Nullable String onFile) {
        var email = form.emailAfter(onFile);
        return new Appointment.Held(form.id(), unit, form.name(), form.roles(), since, clock.instant(), email);
    }
}
