package cn.qianfa.gateway.appointment;

import cn.qianfa.contracts.delivery.Position;
import cn.qianfa.contracts.delivery.Reacted;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The gateway's mirror of the registry's staff. */
public interface Appointments {
    /** Empty for someone the registry has never told of. */
    Optional<Appointment> find(String staff);

    /** Those of them the registry has told of. */
    List<Appointment> find(Collection<String> staff);

    /** Takes a newer state in place of the older. */
    Reacted mirror(Appointment told, Position at);
}
