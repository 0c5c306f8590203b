package cn.qianfa.contracts.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The whole current state of one unit. */
public record UnitRegistered(
        String unit, String name, @Nullable String parent, Instant at) implements Event {
    @Override
    public String subject() {
        return "unit:" + unit;
    }
}
