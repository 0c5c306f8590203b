package cn.qianfa.contracts.event;

import java.time.Instant;
import java.util.List;

/** The whole current state of one member of staff: who is what, where, since when (article 6). */
public record StaffAppointed(String staff, String unit, String name, List<String> roles, Instant since, Instant at)
        implements Event {
    @Override
    public String subject() {
        return "staff:" + staff;
    }
}
