package cn.qianfa.contracts.event;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The whole current state of one member of staff: who is what, where, since when (article 6).
 *
 * @param email where alerts reach them at work; null where none is on file
 */
public record StaffAppointed(
        String staff,
        String unit,
        String name,
        List<String> roles,
        Instant since,
        Instant at,
        @Nullable String email) implements Event {
    /** Without an address. */
    public StaffAppointed(String staff, String unit, String name, List<String> roles, Instant since, Instant at) {
        this(staff, unit, name, roles, since, at, null);
    }

    @Override
    public String subject() {
        return "staff:" + staff;
    }
}
