package cn.qianfa.gateway.appointment;

import cn.qianfa.contracts.identity.Actor;
import cn.qianfa.contracts.identity.Role;
import java.util.Optional;
import java.util.Set;

/** What the registry last said of a member of staff. */
public sealed interface Appointment {
    String staff();

    /** As whom they act; empty for who has left. */
    Optional<Actor> actor();

    /** @param name for people to read */
    record Appointed(String staff, String unit, String name, Set<Role> roles) implements Appointment {
        public Appointed {
            roles = Set.copyOf(roles);
        }

        @Override
        public Optional<Actor> actor() {
            return Optional.of(new Actor(staff, unit, roles));
        }
    }

    /** Nothing is open to them any more. */
    record Left(String staff) implements Appointment {
        @Override
        public Optional<Actor> actor() {
            return Optional.empty();
        }
    }
}
