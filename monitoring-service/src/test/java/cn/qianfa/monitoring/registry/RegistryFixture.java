package cn.qianfa.monitoring.registry;

import cn.qianfa.contracts.delivery.Position;
import cn.qianfa.contracts.event.Topic;
import cn.qianfa.contracts.identity.Actor;
import cn.qianfa.contracts.identity.Role;
import java.util.Set;

/**
 * The district, with the bureaus {@code health} and {@code water} and the clinic below {@code health}; two duty officers
 * of health, one each of water and the district.
 */
public final class RegistryFixture {
    public static final Actor DUTY_HEALTH = new Actor("duty1.health", "health", Set.of(Role.DUTY_OFFICER));
    public static final Actor DUTY_WATER = new Actor("duty.water", "water", Set.of(Role.DUTY_OFFICER));
    public static final Actor DUTY_DISTRICT = new Actor("duty.district", "district", Set.of(Role.DUTY_OFFICER));
    public static final Actor INSPECTOR_HEALTH = new Actor("inspector.health", "health", Set.of(Role.INSPECTOR));
    public static final Actor INSPECTOR_DISTRICT = new Actor("inspector.district", "district", Set.of(Role.INSPECTOR));
    public static final Actor DRAFTER_HEALTH = new Actor("drafter.health", "health", Set.of(Role.DRAFTER));

    private RegistryFixture() {}

    /** Fills a mirror as the registry's events would. */
    public static <R extends Registry> R district(R registry) {
        registry.mirror(new Unit("district", "区政府办公室", null), unit("district", 1));
        registry.mirror(new Unit("health", "区卫生健康局", "district"), unit("health", 1));
        registry.mirror(new Unit("water", "区水务局", "district"), unit("water", 1));
        registry.mirror(new Unit("clinic", "社区卫生服务中心", "health"), unit("clinic", 1));
        appoint(registry, "duty1.health", "health", Role.DUTY_OFFICER);
        appoint(registry, "duty2.health", "health", Role.DUTY_OFFICER);
        appoint(registry, "drafter.health", "health", Role.DRAFTER);
        appoint(registry, "duty.water", "water", Role.DUTY_OFFICER);
        appoint(registry, "duty.district", "district", Role.DUTY_OFFICER);
        return registry;
    }

    private static void appoint(Registry registry, String staff, String unit, Role role) {
        registry.mirror(new StaffMember(staff, unit, Set.of(role)), staff(staff, 1));
    }

    public static Position unit(String unit, long seq) {
        return new Position(Topic.REGISTRY.wireName(), "unit:" + unit, seq, unit + "-" + seq);
    }

    public static Position staff(String staff, long seq) {
        return new Position(Topic.REGISTRY.wireName(), "staff:" + staff, seq, staff + "-" + seq);
    }
}
