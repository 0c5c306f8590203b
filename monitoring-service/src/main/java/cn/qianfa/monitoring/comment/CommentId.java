package cn.qianfa.monitoring.comment;

/** A comment; ids sort by the time of arrival. */
public record CommentId(String value) {
    private static final int LONGEST = 100;

    public CommentId {
        if (value.isBlank() || value.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "comment: '%s' (expected: 1 to %d characters)".formatted(value, LONGEST));
        }
    }
}
