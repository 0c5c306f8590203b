package cn.qianfa.rules.engine;

import cn.qianfa.rules.matching.Occurrence;
import cn.qianfa.rules.ruleset.Entry;
import cn.qianfa.rules.ruleset.Rule;
import cn.qianfa.rules.text.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An entry found in one text.
 *
 * @param entry what was found
 * @param rule its rule
 * @param at where
 */
record Hit(Entry entry, Rule rule, Occurrence at) {
    private static final Comparator<Hit> LONGEST_FIRST = Comparator.<Hit>comparingInt(
                    hit -> hit.at().first())
            .thenComparing(Comparator.<Hit>comparingInt(hit -> hit.at().last()).reversed())
            .thenComparing(Comparator.<Hit, Boolean>comparing(hit -> hit.at().weak()))
            .thenComparing(hit -> hit.rule().id())
            .thenComparing(Hit::matched);

    /** A term which somebody took pains to hide is meant, whatever stands around it; numbers are often written apart. */
    boolean isOpen() {
        return switch (entry) {
            case Entry.Term _ -> Step.evasive(at.steps()) == 0;
            case Entry.Pattern _ -> true;
        };
    }

    String matched() {
        return switch (entry) {
            case Entry.Term term -> term.text();
            case Entry.Pattern pattern -> pattern.detector();
        };
    }

    /**
     * Leaves out what stands inside a longer hit of the same family, so that 赌博平台 is one finding and not two. A family
     * is one rule; all personal data together are one, so that a number is either an identity card or a bank card.
     */
    static List<Hit> longest(List<Hit> hits) {
        var reach = new HashMap<String, Integer>();
        var kept = new ArrayList<Hit>();
        for (var hit : hits.stream().sorted(LONGEST_FIRST).toList()) {
            if (hit.at().last() > reach.getOrDefault(hit.family(), -1)) {
                kept.add(hit);
                extend(reach, hit);
            }
        }
        return kept;
    }

    /** A hit that may be chance hides no certain one. */
    private static void extend(Map<String, Integer> reach, Hit hit) {
        if (!hit.at().weak()) {
            reach.merge(hit.family(), hit.at().last(), Math::max);
        }
    }

    private String family() {
        return switch (entry) {
            case Entry.Term _ -> rule.id();
            case Entry.Pattern _ -> "personal data";
        };
    }
}
