package cn.qianfa.contracts.event;

import java.time.Instant;

/** An account was closed with a public stop notice. */
public record AccountClosed(String account, String unit, String platform, String name, String notice, Instant at)
        implements Event {
    @Override
    public String subject() {
        return "account:" + account;
    }
}
