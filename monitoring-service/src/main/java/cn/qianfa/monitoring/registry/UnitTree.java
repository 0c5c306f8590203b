package cn.qianfa.monitoring.registry;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The units under the district office. */
public final class UnitTree {
    private final Map<String, Unit> units = new HashMap<>();

    public UnitTree(Collection<Unit> units) {
        units.forEach(unit -> this.units.put(unit.id(), unit));
    }

    /** The district office; empty until the registry has told of it. */
    public Optional<Unit> district() {
        return units.values().stream().filter(unit -> unit.parent() == null).findFirst();
    }

    public boolean isDistrict(String unit) {
        return district().filter(top -> top.id().equals(unit)).isPresent();
    }

    /** What a unit is called; its id until the registry has told of it. */
    public String name(String unit) {
        var known = units.get(unit);
        return known == null ? unit : known.name();
    }

    /** Whether a unit is this one or stands anywhere below it. */
    public boolean isWithin(String unit, String top) {
        var passed = new HashSet<String>();
        for (var at = unit; at != null && passed.add(at); at = parentOf(at)) {
            if (at.equals(top)) {
                return true;
            }
        }
        return false;
    }

    private @Nullable String parentOf(String unit) {
        var known = units.get(unit);
        return known == null ? null : known.parent();
    }

    /** A unit and all below it. */
    public Set<String> within(String top) {
        var below = units.keySet().stream().filter(unit -> isWithin(unit, top)).collect(Collectors.toSet());
        below.add(top);
        return below;
    }
}
