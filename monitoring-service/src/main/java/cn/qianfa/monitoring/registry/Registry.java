package cn.qianfa.monitoring.registry;

import cn.qianfa.contracts.delivery.Position;
import cn.qianfa.contracts.delivery.Reacted;
import java.util.List;
import java.util.Optional;

/** This service's mirror of units and staff: the newest state of each replaces the one before. */
public interface Registry {
    Reacted mirror(Unit unit, Position at);

    Reacted mirror(StaffMember member, Position at);

    /** Every unit; a district has a few hundred. */
    UnitTree units();

    Optional<StaffMember> member(String id);

    /** Who is duty officer of a unit, by id. */
    List<StaffMember> dutyOfficers(String unit);
}
