package cn.qianfa.rules.ruleset;

/**
 * A phrase that shows a term is named and not practised: 严厉打击赌博. It counts only in the same clause, and only for a
 * term written openly.
 *
 * @param group the name entries refer to it by
 * @param phrase at most {@value #LONGEST} characters
 * @param position where it stands, seen from the term
 * @param within how many characters may stand between, at most {@value #FARTHEST}; unused by {@code AROUND}
 */
public record AllowContext(String group, String phrase, Position position, int within) {
    public static final int LONGEST = 16;
    public static final int FARTHEST = 16;

    public AllowContext {
        if (group.isBlank() || phrase.isBlank() || phrase.length() > LONGEST) {
            throw new IllegalArgumentException("context: '" + group + "' '" + phrase + "' (expected: a group and 1 to "
                    + LONGEST + " characters)");
        }
        if (within < 0 || within > FARTHEST) {
            throw new IllegalArgumentException("within: " + within + " (expected: 0 to " + FARTHEST + ")");
        }
    }

    /** Where the phrase stands, seen from the term. */
    public enum Position {
        BEFORE,
        AFTER,
        /** The term is part of the phrase: 路口交通. */
        AROUND
    }
}
