package cn.qianfa.contracts.event;

import java.time.Instant;

/** A member of staff left; nothing is open to them from now on (article 6). */
public record StaffLeft(String staff, String unit, Instant at) implements Event {
    @Override
    public String subject() {
        return "staff:" + staff;
    }
}
