package cn.qianfa.monitoring.comment;

import java.util.Optional;

/** A comment; ids sort by the time of arrival. */
public record CommentId(String value) {
    private static final int LONGEST = 100;

    public CommentId {
        if (value.isBlank() || value.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "comment: '%s' (expected: 1 to %d characters)".formatted(value, LONGEST));
        }
    }

    /** Empty for what cannot be the id of a comment. */
    public static Optional<CommentId> of(String written) {
        return written.isBlank() || written.length() > LONGEST ? Optional.empty() : Optional.of(new CommentId(written));
    }
}
