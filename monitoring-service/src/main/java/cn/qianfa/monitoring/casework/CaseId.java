package cn.qianfa.monitoring.casework;

import java.util.Optional;

/** A case; it is named after the comment that opened it, so that a flag opens one case however often it comes. */
public record CaseId(String value) {
    private static final int LONGEST = 100;

    public CaseId {
        if (value.isBlank() || value.length() > LONGEST) {
            throw new IllegalArgumentException("case: '%s' (expected: 1 to %d characters)".formatted(value, LONGEST));
        }
    }

    /** Empty for what cannot be the id of a case. */
    public static Optional<CaseId> of(String written) {
        return written.isBlank() || written.length() > LONGEST ? Optional.empty() : Optional.of(new CaseId(written));
    }
}
