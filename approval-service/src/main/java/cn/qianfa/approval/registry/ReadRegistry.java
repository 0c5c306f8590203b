package cn.qianfa.approval.registry;

import cn.qianfa.approval.registry.Register.Accounts;
import cn.qianfa.approval.registry.Register.Appointments;
import cn.qianfa.approval.registry.Register.Units;
import cn.qianfa.contracts.delivery.Versioned;
import cn.qianfa.contracts.identity.Actor;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The registry as a person may see it; what they may not see is not there. */
public final class ReadRegistry {
    private final Units units;
    private final Accounts accounts;
    private final Appointments appointments;
    private final Jurisdiction jurisdiction;

    public ReadRegistry(Units units, Accounts accounts, Appointments appointments, Jurisdiction jurisdiction) {
        this.units = units;
        this.accounts = accounts;
        this.appointments = appointments;
        this.jurisdiction = jurisdiction;
    }

    public Optional<Versioned<Unit>> unit(String id, Actor by) {
        return jurisdiction.sees(by, id) ? units.find(id) : Optional.empty();
    }

    public Optional<Versioned<Account>> account(String id, Actor by) {
        return accounts.find(id)
                .filter(found -> jurisdiction.sees(by, found.value().unit()));
    }

    public Optional<Versioned<Appointment>> member(String id, Actor by) {
        return appointments
                .find(id)
                .filter(found -> jurisdiction.sees(by, found.value().unit()));
    }

    /** Whether this person may also see where a member of staff is reached. */
    public boolean knowsAddressOf(Appointment member, Actor by) {
        return jurisdiction.knowsAddressOf(member, by);
    }

    public List<Versioned<Unit>> units(Actor by, @Nullable String after, int limit) {
        return units.list(jurisdiction.of(by), after, limit);
    }

    /** Empty if there is no such unit, or none this person may see. */
    public Optional<List<Versioned<Account>>> accounts(String unit, Actor by, @Nullable String after, int limit) {
        return unit(unit, by).map(seen -> accounts.list(Set.of(unit), after, limit));
    }

    /** Empty if there is no such unit, or none this person may see. */
    public Optional<List<Versioned<Appointment>>> staff(String unit, Actor by, @Nullable String after, int limit) {
        return unit(unit, by).map(seen -> appointments.list(Set.of(unit), after, limit));
    }
}
