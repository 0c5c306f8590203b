package cn.qianfa.rules.text;

/**
 * What was skipped between two units: a mask of {@link Step} bits (spaces, punctuation, symbols, emoji, invisible
 * characters) and of the two bits here. Zero: nothing was skipped.
 */
public final class Gap {
    /** Also found between two honest words: a space, an emoji, a bracket, a hash sign. Alone it proves no intent. */
    public static final int SOFT = 1 << 14;

    /** A clause ends here; what stands before says nothing of what comes after. */
    public static final int CLAUSE = 1 << 15;

    private static final String CLAUSES = "，。！？；…,!?;\n\r\u0085\u2028\u2029";
    private static final String JOINTS = "、：:—–";
    private static final String SOFT_SYMBOLS = "#＃/／|()（）[]［］{}【】《》〈〉「」『』“”‘’\"'＂＇";
    /** Blank characters which Unicode calls letters or symbols. */
    private static final String BLANKS = "\u115F\u1160\u2800\u3164\uFFA0";

    private Gap() {}

    static int of(int codePoint) {
        if (CLAUSES.indexOf(codePoint) >= 0) {
            return Step.PUNCTUATION.bit() | CLAUSE;
        }
        if (JOINTS.indexOf(codePoint) >= 0) {
            return Step.PUNCTUATION.bit();
        }
        if (SOFT_SYMBOLS.indexOf(codePoint) >= 0) {
            return Step.SYMBOLS.bit() | SOFT;
        }
        return isInvisible(codePoint) ? Step.INVISIBLE.bit() : visible(codePoint);
    }

    static boolean isBlank(int codePoint) {
        return BLANKS.indexOf(codePoint) >= 0;
    }

    /** Belongs to the character before it: an accent, an enclosing ring, a variation selector. */
    static boolean clings(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK -> true;
            default -> false;
        };
    }

    private static int visible(int codePoint) {
        if (Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint)) {
            return Step.SPACES.bit() | SOFT;
        }
        return isEmoji(codePoint) ? Step.EMOJI.bit() | SOFT : Step.SYMBOLS.bit();
    }

    private static boolean isInvisible(int codePoint) {
        if (isBlank(codePoint) || clings(codePoint)) {
            return true;
        }
        return switch (Character.getType(codePoint)) {
            case Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED -> true;
            case Character.CONTROL -> !Character.isWhitespace(codePoint);
            default -> false;
        };
    }

    private static boolean isEmoji(int codePoint) {
        return codePoint > 0xFF && (Character.isEmoji(codePoint) || Character.isExtendedPictographic(codePoint));
    }
}
