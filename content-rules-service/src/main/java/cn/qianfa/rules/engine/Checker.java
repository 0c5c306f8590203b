package cn.qianfa.rules.engine;

import cn.qianfa.rules.engine.Verdict.Reason;
import cn.qianfa.rules.ruleset.RuleSet;
import cn.qianfa.rules.text.FoldTable;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Checks contents. A pure function of content and rule set; what it keeps is only rule sets made ready. Thread-safe. */
public final class Checker {
    /** The longest content that is checked, in UTF-16 code units of all parts together. */
    public static final int LONGEST = 2_000_000;

    /** How many findings a verdict has: it must fit into an event, and nobody reads a thousand. */
    public static final int MOST_FINDINGS = 100;

    /** Both sets in force, those just replaced, and some which are looked at again. */
    private static final int KEPT = 8;
    /** Raised with every change in how texts are read or words are matched. */
    private static final String READER = "1";

    private final LinkedHashMap<String, CompiledRules> ready = new LinkedHashMap<>(16, 0.75f, true);
    private final Consumer<RuntimeException> faults;

    /**
     * @param faults told of each fault of this program; the one who checks gets {@code FAILED}. Its messages may quote
     *     content: log its type and trace, not its message
     */
    public Checker(Consumer<RuntimeException> faults) {
        this.faults = faults;
    }

    /** The name of this program's way of reading, as verdicts carry it. */
    public static String engine() {
        return READER + "-" + FoldTable.standard().digest();
    }

    /**
     * Checks a content. Never throws: where the check is not possible the verdict is {@code Unchecked} and says why.
     */
    public Verdict check(Content content, RuleSet rules) {
        return switch (examine(content, rules)) {
            case Outcome.Examined(var examination) ->
                examination.verdict(new Verdict.Stamp(rules.version(), rules.hash(), engine()), MOST_FINDINGS);
            case Outcome.Impossible(var reason) -> new Verdict.Unchecked(reason);
        };
    }

    /** The content's texts with all personal data masked; empty where they cannot be checked. */
    public Optional<Masked> mask(Content content, RuleSet rules) {
        return switch (examine(content, rules)) {
            case Outcome.Examined(var examination) -> Optional.of(Masked.of(content.parts(), examination.findings()));
            case Outcome.Impossible _ -> Optional.empty();
        };
    }

    private Outcome examine(Content content, RuleSet rules) {
        if (content.parts().stream().mapToLong(String::length).sum() > LONGEST) {
            return new Outcome.Impossible(Reason.TOO_LONG);
        }
        try {
            var compiled = compiled(rules);
            return compiled == null || !compiled.fits(content)
                    ? new Outcome.Impossible(Reason.UNUSABLE_RULE_SET)
                    : new Outcome.Examined(compiled.examine(content));
        } catch (RuntimeException fault) { // a check that fails must not stop the draft it was for
            faults.accept(fault);
            return new Outcome.Impossible(Reason.FAILED);
        }
    }

    private @Nullable CompiledRules compiled(RuleSet rules) {
        synchronized (ready) {
            var known = ready.get(rules.hash());
            if (known != null) {
                return known;
            }
        }
        return compile(rules);
    }

    /** Two threads may do it twice; that costs a little time and changes nothing. */
    private @Nullable CompiledRules compile(RuleSet rules) {
        try {
            var compiled = CompiledRules.of(rules);
            synchronized (ready) {
                ready.put(rules.hash(), compiled);
                if (ready.size() > KEPT) {
                    ready.pollFirstEntry();
                }
            }
            return compiled;
        } catch (IllegalArgumentException unusable) {
            faults.accept(unusable);
            return null;
        }
    }

    private sealed interface Outcome {
        record Examined(Examination examination) implements Outcome {}

        record Impossible(Reason reason) implements Outcome {}
    }
}
