package cn.qianfa.rules.ruleset;

import java.time.LocalDate;
import java.util.List;

/** One thing a rule looks for. */
public sealed interface Entry {
    /** The id of the rule it belongs to. */
    String rule();

    Validity validity();

    /** The groups of {@link AllowContext} in which it is not meant. */
    List<String> contexts();

    /**
     * A word of a lexicon.
     *
     * @param text as people write it; how it may be disguised is the engine's business
     * @param spelling how far from that a text may be and still match
     * @param boundary where in a text it may stand
     */
    record Term(
            String text, String rule, Spelling spelling, Boundary boundary, Validity validity, List<String> contexts)
            implements Entry {
        public Term {
            contexts = contexts.stream().sorted().distinct().toList();
            if (text.isBlank() || text.length() > 60) {
                throw new IllegalArgumentException("term: '" + text + "' (expected: 1 to 60 characters)");
            }
        }
    }

    /**
     * Something with a form, such as a telephone number.
     *
     * @param detector the id of what finds it
     */
    record Pattern(String detector, String rule, Validity validity, List<String> contexts) implements Entry {
        public Pattern {
            contexts = contexts.stream().sorted().distinct().toList();
        }
    }

    /** How a term may be written. */
    enum Spelling {
        /** Width, capitals and traditional characters make no difference; nothing else may. */
        EXACT,
        /** Also disguised: spread, repeated, with signs inside, with look-alikes. */
        DISGUISED
    }

    /** Where a term may stand. */
    enum Boundary {
        ANYWHERE,
        /** Not inside a longer Latin word or number. */
        WORD
    }

    /**
     * The days on which an entry is looked for, both inclusive.
     *
     * @param from first day
     * @param until last day
     */
    record Validity(LocalDate from, LocalDate until) {
        public static final Validity ALWAYS = new Validity(LocalDate.of(1, 1, 1), LocalDate.of(9999, 12, 31));

        public Validity {
            if (until.isBefore(from)) {
                throw new IllegalArgumentException("valid until: " + until + " (expected: " + from + " or later)");
            }
        }

        public boolean includes(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(until);
        }
    }
}
