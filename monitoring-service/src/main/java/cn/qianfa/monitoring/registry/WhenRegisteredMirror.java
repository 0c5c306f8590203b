package cn.qianfa.monitoring.registry;

import cn.qianfa.contracts.delivery.Position;
import cn.qianfa.contracts.delivery.Reacted;
import cn.qianfa.contracts.event.StaffAppointed;
import cn.qianfa.contracts.event.StaffLeft;
import cn.qianfa.contracts.event.UnitRegistered;
import cn.qianfa.contracts.identity.Role;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** Keeps units and staff as the registry tells them. */
public final class WhenRegisteredMirror {
    private final Registry registry;

    public WhenRegisteredMirror(Registry registry) {
        this.registry = registry;
    }

    public Reacted react(UnitRegistered event, Position at) {
        return registry.mirror(new Unit(event.unit(), event.name(), event.parent()), at);
    }

    public Reacted react(StaffAppointed event, Position at) {
        return registry.mirror(new StaffMember(event.staff(), event.unit(), known(event.roles()), event.email()), at);
    }

    public Reacted react(StaffLeft event, Position at) {
        return registry.mirror(new StaffMember(event.staff(), event.unit(), Set.of()), at);
    }

    /** A role not heard of yet gives nobody anything here. */
    private static Set<Role> known(Collection<String> names) {
        return Arrays.stream(Role.values())
                .filter(role -> names.contains(role.name()))
                .collect(Collectors.toSet());
    }
}
