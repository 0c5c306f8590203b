package cn.qianfa.monitoring.comment;

import cn.qianfa.contracts.event.CommentChecked;
import cn.qianfa.contracts.event.Finding;
import cn.qianfa.monitoring.classification.Reason;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the findings of the content rules mean for a comment: one reason for each rule that fired. */
final class RuleReasons {
    private static final double BLOCK = 0.9;
    private static final double WARN = 0.6;
    private static final double NOTE = 0.3;

    private RuleReasons() {}

    static List<Reason> of(CommentChecked checked) {
        return checked.findings().stream()
                .collect(Collectors.groupingBy(Finding::rule, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(rule -> reason(rule.getKey(), rule.getValue()))
                .toList();
    }

    private static Reason reason(String rule, List<Finding> hits) {
        var score = hits.stream().mapToDouble(RuleReasons::score).max().orElse(NOTE);
        return new Reason(
                Reason.Kind.RULES,
                rule,
                score,
                hits.stream().map(Finding::explanation).distinct().toList());
    }

    private static double score(Finding finding) {
        return switch (finding.severity()) {
            case "BLOCK" -> BLOCK;
            case "WARN" -> WARN;
            default -> NOTE; // a severity not heard of yet is shown and wakes nobody
        };
    }

    /** Notes are shown; warnings and blocks are looked at. */
    static boolean callForAHuman(Reason reason) {
        return reason.score() >= WARN;
    }
}
