package cn.qianfa.contracts.event;

import java.time.Instant;

/** An earlier rule set is in force again. */
public record RuleSetRolledBack(String ruleSet, String ruleSetHash, By by, Instant at) implements Event {
    @Override
    public String subject() {
        return ruleSet;
    }
}
