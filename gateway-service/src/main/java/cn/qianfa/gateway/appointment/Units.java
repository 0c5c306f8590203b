package cn.qianfa.gateway.appointment;

import cn.qianfa.contracts.delivery.Position;
import cn.qianfa.contracts.delivery.Reacted;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The gateway's mirror of the tree of units. */
public interface Units {
    /** Deeper than any district is. */
    int DEEPEST = 16;

    /** The unit directly above; empty for the topmost and for one never told of. */
    Optional<String> above(String unit);

    Reacted mirror(String unit, @Nullable String above, Position at);

    /** Whether a unit is the other or stands below it. */
    default boolean covers(String top, String unit) {
        var at = Optional.of(unit);
        for (var depth = 0; depth < DEEPEST && at.isPresent(); depth++) {
            if (at.get().equals(top)) {
                return true;
            }
            at = above(at.get());
        }
        return false;
    }
}
