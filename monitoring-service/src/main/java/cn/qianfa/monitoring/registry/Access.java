package cn.qianfa.monitoring.registry;

import cn.qianfa.contracts.identity.Actor;
import cn.qianfa.contracts.identity.Role;

/** What a person may do with a unit's comments, cases and alerts. */
public enum Access {
    /** Not theirs to know of. */
    HIDDEN,
    /** Of their own unit, but not their duty. */
    FORBIDDEN,
    /** They may look: an inspector, at the units below (article 5). */
    READ,
    /** They may act: a duty officer of the unit, or of the district office (article 13). */
    ACT;

    public static Access of(Actor actor, String unit, UnitTree units) {
        if (actor.is(Role.DUTY_OFFICER) && (actor.unit().equals(unit) || units.isDistrict(actor.unit()))) {
            return ACT;
        }
        if (actor.is(Role.INSPECTOR) && units.isWithin(unit, actor.unit())) {
            return READ;
        }
        return actor.unit().equals(unit) ? FORBIDDEN : HIDDEN;
    }
}
