package cn.qianfa.rules.engine;

import cn.qianfa.rules.matching.Lexicon;
import cn.qianfa.rules.matching.Marks;
import cn.qianfa.rules.matching.Occurrence;
import cn.qianfa.rules.matching.Runs;
import cn.qianfa.rules.personaldata.PersonalDetail;
import cn.qianfa.rules.personaldata.Reading;
import cn.qianfa.rules.ruleset.Entry;
import cn.qianfa.rules.ruleset.Purpose;
import cn.qianfa.rules.ruleset.Rule;
import cn.qianfa.rules.ruleset.RuleSet;
import cn.qianfa.rules.ruleset.Severity;
import cn.qianfa.rules.text.FoldTable;
import cn.qianfa.rules.text.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** A rule set made ready for checking. Shared by all threads. */
final class CompiledRules {
    private final RuleSet rules;
    private final Map<String, Rule> byId;
    private final Lexicon lexicon;
    private final List<FormedEntry> patterns;

    private CompiledRules(RuleSet rules, Lexicon lexicon, List<FormedEntry> patterns) {
        this.rules = rules;
        this.byId = rules.rulesById();
        this.lexicon = lexicon;
        this.patterns = patterns;
    }

    /** Refuses, with an {@link IllegalArgumentException}, a rule set with a term of signs only or an unknown detector. */
    static CompiledRules of(RuleSet rules) {
        var terms = new ArrayList<Entry.Term>();
        var patterns = new ArrayList<FormedEntry>();
        for (var entry : rules.entries()) {
            switch (entry) {
                case Entry.Term term -> terms.add(term);
                case Entry.Pattern pattern -> patterns.add(FormedEntry.of(pattern));
            }
        }
        return new CompiledRules(rules, Lexicon.of(terms, rules.contexts()), List.copyOf(patterns));
    }

    /** True where this rule set is meant for such a content. */
    boolean fits(Content content) {
        return rules.purpose() == purpose(content);
    }

    static Purpose purpose(Content content) {
        return switch (content) {
            case Content.Post _, Content.Answer _ -> Purpose.DRAFTS;
            case Content.Comment _ -> Purpose.COMMENTS;
        };
    }

    Examination examine(Content content) {
        var findings = new ArrayList<Finding>();
        var steps = 0L;
        for (var part = 0; part < content.parts().size(); part++) {
            steps += examine(content, part, findings);
        }
        return new Examination(findings, steps);
    }

    private long examine(Content content, int part, List<Finding> findings) {
        var original = content.parts().get(part);
        var runs = Runs.of(FoldTable.standard().read(original));
        var marks = new Marks(runs.text());
        var hits = new ArrayList<Hit>();
        var steps =
                lexicon.find(runs, content.facts().on(), marks, (term, at) -> hits.add(new Hit(term, rule(term), at)));
        steps += findPatterns(new Reading(original, runs.text(), serviceNumbers(content)), content, hits);
        hits.removeIf(hit -> hit.isOpen() && marks.allow(hit.entry().contexts(), hit.at()));
        for (var hit : Hit.longest(hits)) {
            findings.add(finding(hit, content, part, runs));
        }
        return steps + marks.steps() + original.length();
    }

    private long findPatterns(Reading text, Content content, List<Hit> hits) {
        for (var pattern : patterns) {
            if (!pattern.entry().validity().includes(content.facts().on())) {
                continue;
            }
            for (var place : pattern.kind().in(text)) {
                var at = new Occurrence(place.first(), place.last(), place.steps(), false);
                hits.add(new Hit(pattern.entry(), rule(pattern.entry()), at));
            }
        }
        return text.steps();
    }

    private Rule rule(Entry entry) {
        var rule = byId.get(entry.rule());
        if (rule == null) {
            throw new IllegalStateException("rule: " + entry.rule() + " (expected: one of this rule set)");
        }
        return rule;
    }

    private HashSet<String> serviceNumbers(Content content) {
        var numbers = new HashSet<>(rules.serviceNumbers());
        numbers.addAll(content.facts().serviceNumbers());
        return numbers;
    }

    private static Finding finding(Hit hit, Content content, int part, Runs runs) {
        var rule = hit.rule();
        var severity = content instanceof Content.Answer ? rule.inAnswers() : rule.severity();
        return new Finding(
                rule.id(),
                hit.matched(),
                rule.article(),
                hit.at().weak() ? severity.atMost(Severity.WARN) : severity,
                rule.urgency(),
                part,
                runs.text().start(hit.at().first()),
                runs.text().end(hit.at().last()),
                Step.of(hit.at().steps()),
                rule.explanation(),
                rule.remedy());
    }

    /** A pattern and the kind of personal data it names. */
    private record FormedEntry(Entry.Pattern entry, PersonalDetail kind) {
        static FormedEntry of(Entry.Pattern entry) {
            var kind = PersonalDetail.of(entry.detector());
            return new FormedEntry(
                    entry,
                    kind.orElseThrow(() -> new IllegalArgumentException(
                            "detector: " + entry.detector() + " (expected: one this program knows)")));
        }
    }
}
