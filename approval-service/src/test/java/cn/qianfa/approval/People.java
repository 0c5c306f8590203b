package cn.qianfa.approval;

import cn.qianfa.contracts.identity.Actor;
import cn.qianfa.contracts.identity.Role;
import java.util.Set;

/** The people of the tests, each named after what they are. */
public final class People {
    public static final String UNIT = "town";
    public static final Actor DRAFTER = of("drafter", UNIT, Role.DRAFTER);
    public static final Actor OTHER_DRAFTER = of("other-drafter", UNIT, Role.DRAFTER);
    public static final Actor DIRECTOR = of("director", UNIT, Role.OFFICE_DIRECTOR);
    public static final Actor OTHER_DIRECTOR = of("other-director", UNIT, Role.OFFICE_DIRECTOR);
    public static final Actor LEADER = of("leader", UNIT, Role.UNIT_LEADER);
    public static final Actor PUBLISHER = of("publisher", UNIT, Role.PUBLISHER);
    public static final Actor ADMIN = of("admin", "district", Role.ADMIN);
    public static final Actor INSPECTOR = of("inspector", "district", Role.INSPECTOR);
    /** Everything a person can be, but in another unit. */
    public static final Actor STRANGER = of("stranger", "elsewhere", Role.values());

    /** Everything a person can be, in one. */
    public static final Actor EVERYTHING = of("everything", UNIT, Role.values());

    private People() {}

    public static Actor of(String id, String unit, Role... roles) {
        return new Actor(id, unit, Set.of(roles));
    }
}
