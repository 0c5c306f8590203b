package cn.qianfa.contracts.event;

import java.time.Instant;

/** The whole current state of one account of a unit (article 5). */
public record AccountFiled(String account, String unit, String platform, String name, Instant at) implements Event {
    @Override
    public String subject() {
        return "account:" + account;
    }
}
