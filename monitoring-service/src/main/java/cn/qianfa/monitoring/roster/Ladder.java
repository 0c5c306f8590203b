package cn.qianfa.monitoring.roster;

import java.util.List;
import java.util.Optional;

/** Whom to tell, round after round: the unit's officers, then the district's. */
public record Ladder(List<String> staff) {
    public Ladder {
        staff = List.copyOf(staff);
    }

    /**
     * Whom to tell in a round.
     *
     * @param round counted from 1; behind the last person it begins again with the first
     * @return empty where nobody is on call anywhere
     */
    public Optional<String> at(int round) {
        return staff.isEmpty() ? Optional.empty() : Optional.of(staff.get((round - 1) % staff.size()));
    }

    /** Whether somebody stands behind those who were told by now. */
    public boolean hasMoreAfter(int round) {
        return round < staff.size();
    }
}
