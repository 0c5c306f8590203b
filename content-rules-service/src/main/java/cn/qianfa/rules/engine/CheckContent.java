package cn.qianfa.rules.engine;

import cn.qianfa.rules.engine.Verdict.Reason;
import cn.qianfa.rules.ruleset.ActiveRuleSets;
import cn.qianfa.rules.ruleset.RuleSetVersion;
import cn.qianfa.rules.ruleset.RuleSets;

/** Checks a content for an editor, for a draft handed in, for a comment received; or again, as it was checked then. */
public final class CheckContent {
    private final Checker checker;
    private final ActiveRuleSets active;
    private final RuleSets released;

    public CheckContent(Checker checker, ActiveRuleSets active, RuleSets released) {
        this.checker = checker;
        this.active = active;
        this.released = released;
    }

    /** Checks by the rule set in force now. */
    public Verdict check(Content content) {
        return active.active(CompiledRules.purpose(content))
                .map(rules -> checker.check(content, rules))
                .orElse(new Verdict.Unchecked(Reason.NO_RULE_SET));
    }

    /** Checks by a rule set of then. The same content, facts included, gets the identical verdict. */
    public Verdict checkAgain(Content content, RuleSetVersion version) {
        return released.find(version)
                .map(rules -> checker.check(content, rules))
                .orElse(new Verdict.Unchecked(Reason.UNKNOWN_RULE_SET));
    }
}
