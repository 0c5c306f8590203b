package cn.qianfa.gateway.credential;

import cn.qianfa.contracts.identity.Actor;
import cn.qianfa.contracts.identity.Role;
import cn.qianfa.gateway.appointment.Appointment;
import cn.qianfa.gateway.appointment.Appointments;
import cn.qianfa.gateway.appointment.Units;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import javax.crypto.Mac;

/** An administrator lets a member of staff set a password: for the first time, or because it was forgotten (article 6). */
public final class IssueActivationCode {
    private final Appointments appointments;
    private final Units units;
    private final Credentials credentials;
    private final Supplier<Mac> key;
    private final Duration valid;
    private final InstantSource clock;

    /**
     * @param key keyed with the gateway's own secret
     * @param valid how long a code may be used
     */
    public IssueActivationCode(
            Appointments appointments,
            Units units,
            Credentials credentials,
            Supplier<Mac> key,
            Duration valid,
            InstantSource clock) {
        this.appointments = appointments;
        this.units = units;
        this.credentials = credentials;
        this.key = key;
        this.valid = valid;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Outcome {
        /** @param shown the code, told only here */
        record Issued(String staff, String shown, Instant expires) implements Outcome {}

        /** Nobody of that name, or nobody they may know of. */
        record Unknown() implements Outcome {}

        /** Not an administrator, or for oneself: one's own password is changed by knowing it. */
        record NotPermitted() implements Outcome {}
    }

    /** @param idempotencyKey the same gives the same code again */
    public Outcome issue(String staff, Actor by, String idempotencyKey) {
        if (!isWithinReach(staff, by)) {
            return new Outcome.Unknown();
        }
        if (!by.is(Role.ADMIN) || staff.equals(by.id())) {
            return new Outcome.NotPermitted();
        }
        var command = by.id() + '|' + staff + '|' + idempotencyKey;
        var code = ActivationCode.of(command, key.get());
        var expires = credentials
                .find(staff)
                .flatMap(Credential::issued)
                .filter(issued -> issued.command().equals(command))
                .map(Credential.Issued::expires)
                .orElseGet(() -> issue(staff, code, command));
        return new Outcome.Issued(staff, code.shown(), expires);
    }

    private Instant issue(String staff, ActivationCode code, String command) {
        var expires = clock.instant().plus(valid);
        credentials.issue(staff, new Credential.Issued(code.hash(), expires, command));
        return expires;
    }

    private boolean isWithinReach(String staff, Actor by) {
        return appointments
                .find(staff)
                .flatMap(Appointment::actor)
                .filter(actor -> sees(by, actor.unit()))
                .isPresent();
    }

    /** As the registry shows people: to everybody their own unit, to inspectors and administrators also what is below. */
    private boolean sees(Actor by, String unit) {
        return unit.equals(by.unit()) || (by.is(Role.ADMIN) || by.is(Role.INSPECTOR)) && units.covers(by.unit(), unit);
    }
}
