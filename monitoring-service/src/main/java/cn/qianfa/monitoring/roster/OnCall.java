package cn.qianfa.monitoring.roster;

import cn.qianfa.monitoring.registry.Registry;
import cn.qianfa.monitoring.registry.StaffMember;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** Finds whom to tell: the unit's roster, or its duty officers by id; behind them the district's. */
public final class OnCall {
    private final Registry registry;
    private final Rosters rosters;

    public OnCall(Registry registry, Rosters rosters) {
        this.registry = registry;
        this.rosters = rosters;
    }

    /** The roster in force: the one the unit wrote, or what the registry makes of it. */
    public Roster rosterOf(String unit) {
        return rosters.of(unit).orElseGet(() -> new Roster(unit, dutyOfficers(unit), 0));
    }

    /** Everybody who is told of a matter of this unit, in order. Who left, or is no duty officer any more, is passed over. */
    public Ladder ladderOf(String unit) {
        var people = new LinkedHashSet<String>();
        rosterOf(unit).staff().stream().filter(this::isOnDuty).forEach(people::add);
        registry.units().district().ifPresent(district -> people.addAll(dutyOfficersOf(district.id())));
        return new Ladder(new ArrayList<>(people));
    }

    private List<String> dutyOfficersOf(String unit) {
        return rosterOf(unit).staff().stream().filter(this::isOnDuty).toList();
    }

    private boolean isOnDuty(String staff) {
        return registry.member(staff).filter(StaffMember::isOnDuty).isPresent();
    }

    private List<String> dutyOfficers(String unit) {
        return registry.dutyOfficers(unit).stream().map(StaffMember::id).toList();
    }
}
