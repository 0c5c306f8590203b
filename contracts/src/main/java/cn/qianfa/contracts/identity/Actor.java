package cn.qianfa.contracts.identity;

import cn.qianfa.contracts.event.By;
import java.util.Set;

/**
 * The person who acts.
 *
 * @param id the member of staff, which is also the name they sign in with
 * @param unit the unit they act for
 */
public record Actor(String id, String unit, Set<Role> roles) {
    public Actor {
        if (id.isBlank() || unit.isBlank()) {
            throw new IllegalArgumentException("actor: %s of %s (expected: a name and a unit)".formatted(id, unit));
        }
        roles = Set.copyOf(roles);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** This actor as a fact in an event: who it was, with the roles held then. */
    public By by() {
        return new By(id, unit, roles.stream().map(Role::name).sorted().toList());
    }
}
