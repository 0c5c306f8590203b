package cn.qianfa.monitoring.classification;

import java.util.List;

/**
 * Why a comment needs a human.
 *
 * @param kind what looked
 * @param code what it saw, such as {@code complaint}, or the id of a rule
 * @param score how sure it is, from 0 to 1
 * @param seen what it saw that in, in its own words; goes when the comment's text goes
 */
public record Reason(Kind kind, String code, double score, List<String> seen) {
    public Reason {
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("score: %s (expected: 0 to 1)".formatted(score));
        }
        seen = List.copyOf(seen);
    }

    /** What looked. */
    public enum Kind {
        SENTIMENT,
        INTENT,
        /** The content rules. */
        RULES,
        /** An officer. */
        PERSON
    }
}
