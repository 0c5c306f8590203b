package cn.qianfa.rules.pack;

import cn.qianfa.rules.ruleset.AllowContext;
import cn.qianfa.rules.ruleset.Entry;
import cn.qianfa.rules.ruleset.Purpose;
import cn.qianfa.rules.ruleset.Rule;
import cn.qianfa.rules.ruleset.RuleSet;
import cn.qianfa.rules.ruleset.RuleSetVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Rules which are not released yet. Packs are put together and then released as one rule set. */
public record RulePack(List<Rule> rules, List<Entry> entries, List<AllowContext> contexts, Set<String> serviceNumbers) {
    public RulePack {
        rules = List.copyOf(rules);
        entries = List.copyOf(entries);
        contexts = List.copyOf(contexts);
        serviceNumbers = Set.copyOf(serviceNumbers);
    }

    /** This pack and another one. */
    public RulePack plus(RulePack other) {
        var numbers = new HashSet<>(serviceNumbers);
        numbers.addAll(other.serviceNumbers);
        return new RulePack(
                joined(rules, other.rules), joined(entries, other.entries), joined(contexts, other.contexts), numbers);
    }

    /**
     * Releases it.
     *
     * @param releasedBy the id of the person who answers for it
     */
    public RuleSet release(RuleSetVersion version, Purpose purpose, Instant released, String releasedBy) {
        return RuleSet.release(version, purpose, released, releasedBy, rules, entries, contexts, serviceNumbers);
    }

    private static <T> List<T> joined(List<T> some, List<T> more) {
        var all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }
}
