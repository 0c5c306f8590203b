package cn.qianfa.gateway.appointment;

import cn.qianfa.contracts.delivery.Position;
import cn.qianfa.contracts.delivery.Reacted;
import cn.qianfa.contracts.event.StaffAppointed;
import cn.qianfa.contracts.event.StaffLeft;
import cn.qianfa.contracts.event.UnitRegistered;
import cn.qianfa.contracts.identity.Role;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What the registry tells is known at the next request; who has left is shut out (article 6). */
public final class WhenStaffChangeAdmitOrShutOut {
    private final Appointments appointments;
    private final Units units;
    private final Consumer<String> shutOut;

    /** @param shutOut takes sessions and credential from a member of staff */
    public WhenStaffChangeAdmitOrShutOut(Appointments appointments, Units units, Consumer<String> shutOut) {
        this.appointments = appointments;
        this.units = units;
        this.shutOut = shutOut;
    }

    /** A role of another spelling than ours parks the event until this service is upgraded. */
    public Reacted appointed(StaffAppointed told, Position at) {
        var roles = told.roles().stream().map(Role::valueOf).collect(Collectors.toSet());
        return appointments.mirror(new Appointment.Appointed(told.staff(), told.unit(), told.name(), roles), at);
    }

    /** Shuts out on a repetition too: the first try may have stopped in between. */
    public Reacted left(StaffLeft told, Position at) {
        var reacted = appointments.mirror(new Appointment.Left(told.staff()), at);
        if (appointments.find(told.staff()).flatMap(Appointment::actor).isEmpty()) {
            shutOut.accept(told.staff());
        }
        return reacted;
    }

    public Reacted registered(UnitRegistered told, Position at) {
        return units.mirror(told.unit(), told.parent(), at);
    }
}
