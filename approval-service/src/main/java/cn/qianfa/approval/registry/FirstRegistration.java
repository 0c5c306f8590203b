package cn.qianfa.approval.registry;

import cn.qianfa.approval.registry.Register.Appointments;
import cn.qianfa.approval.registry.Register.Units;
import cn.qianfa.contracts.delivery.Cause;
import cn.qianfa.contracts.delivery.StaleWrite;
import cn.qianfa.contracts.identity.Role;
import java.time.InstantSource;
import java.util.Set;

/** Registers the district office and its administrator, by whom everything else is registered; once, ever. */
public final class FirstRegistration {
    /** The first administrator's sign-in name. */
    public static final String ADMIN = "admin";

    private final Units units;
    private final Appointments appointments;
    private final InstantSource clock;

    public FirstRegistration(Units units, Appointments appointments, InstantSource clock) {
        this.units = units;
        this.appointments = appointments;
        this.clock = clock;
    }

    /**
     * Asking again, also from several instances at once, changes nothing.
     *
     * @param district the office's name
     * @param admin what the administrator is called
     */
    public void register(String district, String admin) {
        var now = clock.instant();
        var unit = new Unit(Unit.DISTRICT, district, null, now);
        unlessThere(() -> units.add(unit, Cause.OWN, unit.announcement()));
        var held = new Appointment.Held(ADMIN, Unit.DISTRICT, admin, Set.of(Role.ADMIN), now, now);
        unlessThere(() -> appointments.add(held, Cause.OWN, held.announcement()));
    }

    private static void unlessThere(Runnable add) {
        try {
            add.run();
        } catch (StaleWrite e) {
            return; // an earlier start did it, or another instance just now
        }
    }
}
