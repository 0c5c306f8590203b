package cn.qianfa.monitoring.roster;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rosters for as long as a test runs. */
public final class InMemoryRosters implements Rosters {
    private final Map<String, Roster> rosters = new HashMap<>();

    @Override
    public Optional<Roster> of(String unit) {
        return Optional.ofNullable(rosters.get(unit));
    }

    @Override
    public Optional<Roster> write(String unit, List<String> staff, long version) {
        if (of(unit).map(Roster::version).orElse(0L) != version) {
            return Optional.empty();
        }
        var written = new Roster(unit, staff, version + 1);
        rosters.put(unit, written);
        return Optional.of(written);
    }
}
