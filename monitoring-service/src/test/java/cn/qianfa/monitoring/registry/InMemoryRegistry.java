package cn.qianfa.monitoring.registry;

import cn.qianfa.contracts.delivery.Applied;
import cn.qianfa.contracts.delivery.Position;
import cn.qianfa.contracts.delivery.Reacted;
import cn.qianfa.contracts.delivery.Revision;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The mirror for as long as a test runs. */
public final class InMemoryRegistry implements Registry {
    private final Map<String, Applied> applied = new HashMap<>();
    private final Map<String, Unit> units = new TreeMap<>();
    private final Map<String, StaffMember> staff = new TreeMap<>();

    @Override
    public Reacted mirror(Unit unit, Position at) {
        return mirror("unit:" + unit.id(), at, () -> units.put(unit.id(), unit));
    }

    @Override
    public Reacted mirror(StaffMember member, Position at) {
        return mirror("staff:" + member.id(), at, () -> staff.put(member.id(), member));
    }

    private Reacted mirror(String key, Position at, Runnable replace) {
        var last = applied.get(key);
        var reacted =
                last == null ? Reacted.APPLIED : new Revision(0, 0, 0, Map.of(at.source(), last), List.of()).mirror(at);
        if (reacted == Reacted.APPLIED) {
            applied.put(key, new Applied(at.seq(), at.id()));
            replace.run();
        }
        return reacted;
    }

    @Override
    public UnitTree units() {
        return new UnitTree(units.values());
    }

    @Override
    public Optional<StaffMember> member(String id) {
        return Optional.ofNullable(staff.get(id));
    }

    @Override
    public List<StaffMember> dutyOfficers(String unit) {
        return staff.values().stream()
                .filter(member -> member.unit().equals(unit) && member.isOnDuty())
                .toList();
    }
}
