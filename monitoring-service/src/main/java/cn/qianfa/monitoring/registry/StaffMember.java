package cn.qianfa.monitoring.registry;

import cn.qianfa.contracts.identity.Role;
import java.util.Set;

/** A person's appointment; without roles once they left. Their name stays in the registry. */
public record StaffMember(String id, String unit, Set<Role> roles) {
    public StaffMember {
        roles = Set.copyOf(roles);
    }

    public boolean isOnDuty() {
        return roles.contains(Role.DUTY_OFFICER);
    }
}
