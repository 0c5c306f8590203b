package cn.qianfa.approval.registry;

import cn.qianfa.contracts.event.StaffAppointed;
import cn.qianfa.contracts.event.StaffLeft;
import cn.qianfa.contracts.identity.Role;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who is what, where, since when (article 6); the id is the name the person signs in with. */
public sealed interface Appointment extends Registered {
    State state();

    /** The states' names. */
    enum State {
        APPOINTED,
        LEFT
    }

    /**
     * The person works for the unit.
     *
     * @param roles at least one
     * @param since of the first of an unbroken row of appointments
     * @param at of the last change
     * @param email where alerts reach them at work; null where none is on file
     */
    record Held(
            String id,
            String unit,
            String name,
            Set<Role> roles,
            Instant since,
            Instant at,
            @Nullable String email) implements Appointment {
        public Held {
            Registered.checked(id);
            roles = Set.copyOf(roles);
            if (roles.isEmpty()) {
                throw new IllegalArgumentException("roles: none (expected: at least one)");
            }
        }

        /** Without an address. */
        public Held(String id, String unit, String name, Set<Role> roles, Instant since, Instant at) {
            this(id, unit, name, roles, since, at, null);
        }

        @Override
        public State state() {
            return State.APPOINTED;
        }

        Ended ended(Instant when) {
            return new Ended(id, unit, when);
        }

        StaffAppointed announcement() {
            return new StaffAppointed(
                    id, unit, name, roles.stream().map(Role::name).sorted().toList(), since, at, email);
        }
    }

    /** The person left; nothing is open to them. */
    record Ended(String id, String unit, Instant at) implements Appointment {
        @Override
        public State state() {
            return State.LEFT;
        }

        StaffLeft announcement() {
            return new StaffLeft(id, unit, at);
        }
    }
}
