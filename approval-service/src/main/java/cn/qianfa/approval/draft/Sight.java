package cn.qianfa.approval.draft;

import static cn.qianfa.contracts.identity.Role.DRAFTER;
import static cn.qianfa.contracts.identity.Role.DUTY_OFFICER;
import static cn.qianfa.contracts.identity.Role.INSPECTOR;
import static cn.qianfa.contracts.identity.Role.OFFICE_DIRECTOR;
import static cn.qianfa.contracts.identity.Role.PUBLISHER;
import static cn.qianfa.contracts.identity.Role.UNIT_LEADER;

import cn.qianfa.approval.registry.UnitTree;
import cn.qianfa.contracts.identity.Actor;
import cn.qianfa.contracts.identity.Role;
import java.util.Collections;
import java.util.Set;

/**
 * Who sees drafts, and what comes of them: those who work on them see their own unit's, an inspector also those of the
 * units below (article 3). Administrators and the leading group see none by that office.
 */
public final class Sight {
    private static final Set<Role> READERS =
            Set.of(DRAFTER, OFFICE_DIRECTOR, UNIT_LEADER, PUBLISHER, DUTY_OFFICER, INSPECTOR);

    private final UnitTree units;

    public Sight(UnitTree units) {
        this.units = units;
    }

    public boolean sees(Actor by, String unit) {
        if (by.is(INSPECTOR)) {
            return units.isUnder(unit, by.unit());
        }
        return unit.equals(by.unit()) && reads(by);
    }

    /** The units whose drafts this person sees; empty for one who sees none. */
    public Set<String> of(Actor by) {
        if (by.is(INSPECTOR)) {
            return units.under(by.unit());
        }
        return reads(by) ? Set.of(by.unit()) : Set.of();
    }

    private static boolean reads(Actor by) {
        return !Collections.disjoint(READERS, by.roles());
    }
}
