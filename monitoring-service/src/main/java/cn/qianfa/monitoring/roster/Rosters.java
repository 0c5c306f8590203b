package cn.qianfa.monitoring.roster;

import java.util.List;
import java.util.Optional;

/** The rosters units wrote themselves. */
public interface Rosters {
    Optional<Roster> of(String unit);

    /**
     * Writes a unit's roster.
     *
     * @param version the one last read; 0 for the first
     * @return what is written now; empty if somebody else wrote first
     */
    Optional<Roster> write(String unit, List<String> staff, long version);
}
