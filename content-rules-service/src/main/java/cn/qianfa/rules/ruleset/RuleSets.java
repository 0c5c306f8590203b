package cn.qianfa.rules.ruleset;

import java.util.Optional;

/** Every rule set ever released. A release is never changed and never removed, so that any check can be repeated. */
public interface RuleSets {
    Optional<RuleSet> find(RuleSetVersion version);
}
