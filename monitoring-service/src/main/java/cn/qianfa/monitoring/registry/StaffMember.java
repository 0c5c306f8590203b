package cn.qianfa.monitoring.registry;

import cn.qianfa.contracts.identity.Role;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person's appointment; without roles and address once they left. Their name stays in the registry.
 *
 * @param email where alerts reach them; null where none is on file
 */
public record StaffMember(
        String id, String unit, Set<Role> roles, @Nullable String email) {
    public StaffMember {
        roles = Set.copyOf(roles);
    }

    /** Without an address. */
    public StaffMember(String id, String unit, Set<Role> roles) {
        this(id, unit, roles, null);
    }

    public boolean isOnDuty() {
        return roles.contains(Role.DUTY_OFFICER);
    }

    public Optional<String> address() {
        return Optional.ofNullable(email);
    }
}
