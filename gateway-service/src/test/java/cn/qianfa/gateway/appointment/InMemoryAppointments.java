package cn.qianfa.gateway.appointment;

import cn.qianfa.contracts.delivery.Position;
import cn.qianfa.contracts.delivery.Reacted;
import cn.qianfa.contracts.identity.Role;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The mirror of the registry's staff, in memory. */
public final class InMemoryAppointments implements Appointments {
    private final Map<String, Appointment> told = new HashMap<>();
    private final Map<String, Position> applied = new HashMap<>();

    public InMemoryAppointments with(String staff, String unit, Role... roles) {
        told.put(staff, new Appointment.Appointed(staff, unit, "姓名 " + staff, Set.of(roles)));
        return this;
    }

    public InMemoryAppointments withLeaver(String staff) {
        told.put(staff, new Appointment.Left(staff));
        return this;
    }

    @Override
    public Optional<Appointment> find(String staff) {
        return Optional.ofNullable(told.get(staff));
    }

    @Override
    public List<Appointment> find(Collection<String> staff) {
        return staff.stream().distinct().flatMap(one -> find(one).stream()).toList();
    }

    @Override
    public Reacted mirror(Appointment now, Position at) {
        var last = applied.get(now.staff());
        if (last != null && last.seq() == at.seq() && !last.id().equals(at.id())) {
            return new Reacted.Forked(last.id());
        }
        if (last != null && last.seq() >= at.seq()) {
            return Reacted.DUPLICATE;
        }
        applied.put(now.staff(), at);
        told.put(now.staff(), now);
        return Reacted.APPLIED;
    }
}
