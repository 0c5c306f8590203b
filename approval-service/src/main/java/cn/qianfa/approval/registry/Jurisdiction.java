package cn.qianfa.approval.registry;

import cn.qianfa.contracts.identity.Actor;
import cn.qianfa.contracts.identity.Role;
import java.util.Set;

/**
 * Whose registry a person sees and who changes it (article 3): everybody their own unit's, inspectors and administrators
 * also what is below it; only administrators change.
 */
public final class Jurisdiction {
    private final UnitTree units;

    public Jurisdiction(UnitTree units) {
        this.units = units;
    }

    public boolean sees(Actor by, String unit) {
        return oversees(by) ? units.isUnder(unit, by.unit()) : unit.equals(by.unit());
    }

    /** The units a person sees. */
    public Set<String> of(Actor by) {
        return oversees(by) ? units.under(by.unit()) : Set.of(by.unit());
    }

    /** Who knows where somebody's mail goes: they themselves, and who appoints them. */
    public boolean knowsAddressOf(Appointment member, Actor by) {
        return by.id().equals(member.id()) || administers(by, member.unit());
    }

    boolean administers(Actor by, String unit) {
        return by.is(Role.ADMIN) && units.isUnder(unit, by.unit());
    }

    private static boolean oversees(Actor by) {
        return by.is(Role.INSPECTOR) || by.is(Role.ADMIN);
    }
}
