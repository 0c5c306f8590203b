package cn.qianfa.monitoring.roster;

import cn.qianfa.contracts.identity.Actor;
import cn.qianfa.monitoring.registry.Access;
import cn.qianfa.monitoring.registry.Registry;
import cn.qianfa.monitoring.registry.StaffMember;
import cn.qianfa.monitoring.registry.UnitTree;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** Reads and writes the roster of a unit; its duty officers do, and the district's. */
public final class WriteRoster {
    private final Rosters rosters;
    private final OnCall onCall;
    private final Registry registry;

    public WriteRoster(Rosters rosters, OnCall onCall, Registry registry) {
        this.rosters = rosters;
        this.onCall = onCall;
        this.registry = registry;
    }

    public Outcome read(String unit, Actor by) {
        return switch (Access.of(by, unit, registry.units())) {
            case HIDDEN -> new Unknown(unit);
            case FORBIDDEN -> new NotPermitted();
            case READ, ACT -> new Found(onCall.rosterOf(unit));
        };
    }

    /**
     * Writes a unit's roster.
     *
     * @param staff in the order in which they are told, read once it is known that they may
     * @param version the roster's when it was read; 0 where the unit had none
     */
    public Outcome write(String unit, Supplier<List<String>> staff, OptionalLong version, Actor by) {
        var units = registry.units();
        return switch (Access.of(by, unit, units)) {
            case HIDDEN -> new Unknown(unit);
            case FORBIDDEN, READ -> new NotPermitted();
            case ACT -> write(unit, staff.get(), version, units);
        };
    }

    private Outcome write(String unit, List<String> staff, OptionalLong version, UnitTree units) {
        if (staff.isEmpty() || staff.size() > Roster.LONGEST || new HashSet<>(staff).size() < staff.size()) {
            return new WrongLength(staff.size());
        }
        var strangers =
                staff.stream().filter(member -> !mayStand(member, unit, units)).toList();
        if (!strangers.isEmpty()) {
            return new NotOnDuty(strangers);
        }
        if (version.isEmpty()) {
            return new VersionRequired();
        }
        return rosters.write(unit, staff, version.getAsLong())
                .<Outcome>map(Found::new)
                .orElseGet(Stale::new);
    }

    private boolean mayStand(String member, String unit, UnitTree units) {
        return registry.member(member)
                .filter(StaffMember::isOnDuty)
                .filter(known -> known.unit().equals(unit) || units.isDistrict(known.unit()))
                .isPresent();
    }

    /** What came of it. */
    public sealed interface Outcome
            permits Found, Unknown, NotPermitted, WrongLength, NotOnDuty, VersionRequired, Stale {}

    /** The roster in force now. */
    public record Found(Roster roster) implements Outcome {}

    /** No such unit, or none they may know of. */
    public record Unknown(String unit) implements Outcome {}

    /** Not their duty. */
    public record NotPermitted() implements Outcome {}

    /** A roster names 1 to 20 different people. */
    public record WrongLength(int named) implements Outcome {}

    /** These are no duty officers of the unit or the district. */
    public record NotOnDuty(List<String> staff) implements Outcome {}

    /** Which roster it replaces was not said. */
    public record VersionRequired() implements Outcome {}

    /** Somebody else wrote it first. */
    public record Stale() implements Outcome {}
}
