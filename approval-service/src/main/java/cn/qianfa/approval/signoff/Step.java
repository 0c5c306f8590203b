package cn.qianfa.approval.signoff;

import cn.qianfa.approval.draft.Importance;
import cn.qianfa.contracts.identity.Actor;
import cn.qianfa.contracts.identity.Role;

/** The office a signature is given in (article 7). */
public enum Step {
    /** 办公室主任 signs what is ordinary. */
    OFFICE_DIRECTOR(Role.OFFICE_DIRECTOR),
    /** 单位领导 signs what is important. */
    UNIT_LEADER(Role.UNIT_LEADER);

    private final Role role;

    Step(Role role) {
        this.role = role;
    }

    /** Whether this person signs in this office what is so important; in an emergency either office does. */
    boolean isFor(Actor by, Importance importance) {
        return by.is(role)
                && switch (importance) {
                    case ORDINARY -> this == OFFICE_DIRECTOR;
                    case IMPORTANT -> this == UNIT_LEADER;
                    case EMERGENCY -> true;
                };
    }

    /** Whether this person signs what is so important in any office. */
    static boolean anyIsFor(Actor by, Importance importance) {
        return OFFICE_DIRECTOR.isFor(by, importance) || UNIT_LEADER.isFor(by, importance);
    }
}
