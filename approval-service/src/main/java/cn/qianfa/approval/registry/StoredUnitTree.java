package cn.qianfa.approval.registry;

import cn.qianfa.approval.registry.Register.Units;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the tree from the units as they are stored; a unit's place never changes. */
public final class StoredUnitTree implements UnitTree {
    private final Units units;

    public StoredUnitTree(Units units) {
        this.units = units;
    }

    @Override
    public boolean isUnder(String unit, String above) {
        var at = unit;
        while (at != null) {
            if (at.equals(above)) {
                return true;
            }
            at = parent(at);
        }
        return false;
    }

    private @Nullable String parent(String unit) {
        return units.find(unit).map(found -> found.value().parent()).orElse(null);
    }

    @Override
    public Set<String> under(String above) {
        var below = new HashMap<String, List<String>>();
        for (var unit : units.all()) {
            var parent = unit.parent();
            if (parent != null) {
                below.computeIfAbsent(parent, none -> new ArrayList<>()).add(unit.id());
            }
        }
        var found = new HashSet<String>();
        collect(above, below, found);
        return found;
    }

    private static void collect(String unit, HashMap<String, List<String>> below, Set<String> found) {
        found.add(unit);
        below.getOrDefault(unit, List.of()).forEach(next -> collect(next, below, found));
    }
}
