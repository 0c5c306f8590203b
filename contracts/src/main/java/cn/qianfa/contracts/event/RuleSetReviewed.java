package cn.qianfa.contracts.event;

import java.time.Instant;

/** A second person reviewed a rule set. */
public record RuleSetReviewed(String ruleSet, String ruleSetHash, By by, Instant at) implements Event {
    @Override
    public String subject() {
        return ruleSet;
    }
}
