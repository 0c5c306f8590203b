package cn.qianfa.rules.ruleset;

import java.util.Optional;

/** Which rule set is in force now. An activation is seen here, on every instance, within seconds. */
public interface ActiveRuleSets {
    /** Empty until a first one was activated. */
    Optional<RuleSet> active(Purpose purpose);
}
