package cn.qianfa.gateway.appointment;

import cn.qianfa.contracts.delivery.Position;
import cn.qianfa.contracts.delivery.Reacted;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A tree in memory: the parent of each unit. */
public final class InMemoryUnits implements Units {
    private final Map<String, String> parents;

    public InMemoryUnits(Map<String, String> parents) {
        this.parents = Map.copyOf(parents);
    }

    @Override
    public Optional<String> above(String unit) {
        return Optional.ofNullable(parents.get(unit));
    }

    @Override
    public Reacted mirror(String unit, @Nullable String above, Position at) {
        throw new IllegalStateException("this tree does not grow");
    }
}
