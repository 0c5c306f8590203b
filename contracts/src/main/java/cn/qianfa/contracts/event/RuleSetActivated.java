package cn.qianfa.contracts.event;

import java.time.Instant;

/** A rule set is in force from now on; its contents stay in the rules' own store. */
public record RuleSetActivated(String ruleSet, String ruleSetHash, By by, Instant at) implements Event {
    @Override
    public String subject() {
        return ruleSet;
    }
}
