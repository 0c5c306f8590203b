package cn.qianfa.rules.ruleset;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One released state of the rules, complete and unchangeable. The order in which its parts were given has no meaning.
 *
 * @param version its name
 * @param purpose what it checks
 * @param released when
 * @param releasedBy the id of the person who released it
 * @param rules what is forbidden or asked for
 * @param entries the terms and patterns of the rules
 * @param contexts where entries are not meant
 * @param serviceNumbers telephone numbers of public services, digits only: no finding
 * @param hash SHA-256, in hexadecimal, of everything a verdict depends on: purpose, rules, entries, contexts, service
 *     numbers. Version, date and person are not part of it: two releases of the same rules have the same hash
 */
public record RuleSet(
        RuleSetVersion version,
        Purpose purpose,
        Instant released,
        String releasedBy,
        List<Rule> rules,
        List<Entry> entries,
        List<AllowContext> contexts,
        Set<String> serviceNumbers,
        String hash) {
    /** Refuses contradictions, and a hash which is not that of the contents: what was altered in a store is no rule set. */
    public RuleSet {
        rules = List.copyOf(rules);
        entries = List.copyOf(entries);
        contexts = List.copyOf(contexts);
        serviceNumbers = Set.copyOf(serviceNumbers);
        refuseTwice(rules, Rule::id, "rule");
        refuseTwice(entries, RuleSet::identity, "entry");
        refuseUnknown(entries, Entry::rule, rules.stream().map(Rule::id).collect(Collectors.toSet()), "rule");
        var groups = contexts.stream().map(AllowContext::group).collect(Collectors.toSet());
        entries.forEach(entry -> refuseUnknown(entry.contexts(), Function.identity(), groups, "context"));
        refuseBlockingComments(purpose, rules);
        refuseOtherHash(hash, CanonicalForm.hash(purpose, rules, entries, contexts, serviceNumbers));
    }

    /** Releases these rules under a new version; the hash is computed. */
    public static RuleSet release(
            RuleSetVersion version,
            Purpose purpose,
            Instant released,
            String releasedBy,
            List<Rule> rules,
            List<Entry> entries,
            List<AllowContext> contexts,
            Set<String> serviceNumbers) {
        var hash = CanonicalForm.hash(purpose, rules, entries, contexts, serviceNumbers);
        return new RuleSet(version, purpose, released, releasedBy, rules, entries, contexts, serviceNumbers, hash);
    }

    /** The rules by their id. */
    public Map<String, Rule> rulesById() {
        return rules.stream().collect(Collectors.toMap(Rule::id, Function.identity()));
    }

    private static String identity(Entry entry) {
        return switch (entry) {
            case Entry.Term term -> term.rule() + " term " + term.text();
            case Entry.Pattern pattern -> pattern.rule() + " pattern " + pattern.detector();
        };
    }

    private static <T> void refuseTwice(List<T> all, Function<T, String> identity, String what) {
        var seen = new HashSet<String>();
        for (var one : all) {
            if (!seen.add(identity.apply(one))) {
                throw new IllegalArgumentException(what + ": " + identity.apply(one) + " (expected: only once)");
            }
        }
    }

    private static <T> void refuseUnknown(List<T> all, Function<T, String> reference, Set<String> known, String what) {
        for (var one : all) {
            if (!known.contains(reference.apply(one))) {
                throw new IllegalArgumentException(
                        what + ": " + reference.apply(one) + " (expected: one of this rule set)");
            }
        }
    }

    private static void refuseOtherHash(String given, String computed) {
        if (!given.equals(computed)) {
            throw new IllegalArgumentException(
                    "hash: " + given + " (expected: " + computed + ", that of the contents)");
        }
    }

    private static void refuseBlockingComments(Purpose purpose, List<Rule> rules) {
        var blocking = rules.stream().filter(Rule::blocks).findFirst();
        if (purpose == Purpose.COMMENTS && blocking.isPresent()) {
            throw new IllegalArgumentException("severity of " + blocking.get().id()
                    + ": BLOCK (expected: WARN or NOTE, a machine only flags what the public writes)");
        }
    }
}
