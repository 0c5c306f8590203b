package cn.qianfa.rules.check;

import cn.qianfa.contracts.event.Finding;
import cn.qianfa.rules.engine.Verdict;
import cn.qianfa.rules.text.Step;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A verdict as events carry it. */
final class Said {
    private static final String NONE = "";

    private Said() {}

    static String ruleSet(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Checked checked -> checked.by().version().value();
            case Verdict.Unchecked _ -> NONE;
        };
    }

    static String ruleSetHash(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Checked checked -> checked.by().hash();
            case Verdict.Unchecked _ -> NONE;
        };
    }

    static List<Finding> findings(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Checked checked ->
                checked.findings().stream().map(Said::finding).toList();
            case Verdict.Unchecked _ -> List.of();
        };
    }

    static @Nullable String unchecked(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Checked _ -> null;
            case Verdict.Unchecked(var reason) -> reason.name();
        };
    }

    private static Finding finding(cn.qianfa.rules.engine.Finding found) {
        return new Finding(
                found.rule(),
                found.article().value(),
                found.severity().name(),
                found.part(),
                found.start(),
                found.end(),
                found.explanation().zh(),
                found.remedy().zh(),
                found.steps().stream().map(Step::zh).toList(),
                found.matched(),
                new Finding.English(
                        found.explanation().en(),
                        found.remedy().en(),
                        found.steps().stream().map(Step::en).toList()));
    }
}
