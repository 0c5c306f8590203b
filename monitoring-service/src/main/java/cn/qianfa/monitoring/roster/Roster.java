package cn.qianfa.monitoring.roster;

import java.util.List;

/**
 * Who is on call for a unit, in the order in which they are told.
 *
 * @param version 0 while nobody has written one: then the registry's duty officers are on call, by id
 */
public record Roster(String unit, List<String> staff, long version) {
    public static final int LONGEST = 20;

    public Roster {
        staff = List.copyOf(staff);
    }
}
