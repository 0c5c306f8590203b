package cn.qianfa.monitoring.comment;

import org.jspecify.annotations.Nullable;

/** The words of a comment: 1 to 1,000 characters of well-formed text, lines ended by a line feed. */
public record CommentText(String value) {
    public static final int LONGEST = 1_000;

    public CommentText {
        if (problem(value) instanceof Problem problem) {
            throw new IllegalArgumentException(
                    "comment text: " + problem + " (expected: well-formed, 1 to " + LONGEST + ")");
        }
    }

    /** Reads what a form sent; a problem is a value. */
    public static Read read(String sent) {
        var text = sent.replace("\r\n", "\n").replace('\r', '\n').strip();
        return problem(text) instanceof Problem problem ? new Read.No(problem) : new Read.Yes(new CommentText(text));
    }

    private static @Nullable Problem problem(String text) {
        if (text.isBlank()) {
            return Problem.EMPTY;
        }
        if (text.codePoints().anyMatch(CommentText::isNoText)) {
            return Problem.NOT_TEXT;
        }
        return text.codePointCount(0, text.length()) > LONGEST ? Problem.TOO_LONG : null;
    }

    /** Half of a surrogate pair, or a control character that is neither a line's end nor a tab. */
    private static boolean isNoText(int character) {
        return Character.getType(character) == Character.SURROGATE
                || (Character.isISOControl(character) && character != '\n' && character != '\t');
    }

    /** What can be wrong with a text. */
    public enum Problem {
        EMPTY,
        TOO_LONG,
        NOT_TEXT
    }

    /** A text, or what is wrong with it. */
    public sealed interface Read {
        /** It is a text. */
        record Yes(CommentText text) implements Read {}

        /** It is none. */
        record No(Problem problem) implements Read {}
    }
}
