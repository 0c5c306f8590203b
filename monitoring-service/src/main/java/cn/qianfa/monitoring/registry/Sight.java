package cn.qianfa.monitoring.registry;

import cn.qianfa.contracts.identity.Actor;
import cn.qianfa.contracts.identity.Role;
import java.util.Set;

/** Whose comments, cases and alerts a person sees in lists. */
public sealed interface Sight {
    /** The district office sees every unit, also one the registry has not told of yet. */
    record Everything() implements Sight {}

    /** These units. */
    record Of(Set<String> units) implements Sight {
        public Of {
            units = Set.copyOf(units);
        }
    }

    /** It is not their duty to look. */
    record Nothing() implements Sight {}

    static Sight of(Actor actor, UnitTree units) {
        var isDistrict = units.isDistrict(actor.unit());
        if (isDistrict && (actor.is(Role.DUTY_OFFICER) || actor.is(Role.INSPECTOR))) {
            return new Everything();
        }
        if (actor.is(Role.INSPECTOR)) {
            return new Of(units.within(actor.unit()));
        }
        return actor.is(Role.DUTY_OFFICER) ? new Of(Set.of(actor.unit())) : new Nothing();
    }

    /** Only one unit of those that are seen. */
    default Sight only(String unit) {
        return covers(unit) ? new Of(Set.of(unit)) : new Of(Set.of());
    }

    default boolean covers(String unit) {
        return switch (this) {
            case Everything _ -> true;
            case Of(var units) -> units.contains(unit);
            case Nothing _ -> false;
        };
    }
}
