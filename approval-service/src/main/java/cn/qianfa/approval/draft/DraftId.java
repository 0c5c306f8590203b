package cn.qianfa.approval.draft;

import java.util.Optional;
import java.util.regex.Pattern;

/** A draft's id: a UUIDv7, so that ids sort by time. */
public record DraftId(String value) {
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    public DraftId {
        if (!UUID.matcher(value).matches()) {
            throw new IllegalArgumentException("draft id: %s (expected: a UUID in lower case)".formatted(value));
        }
    }

    /** Empty for what cannot be an id. */
    public static Optional<DraftId> of(String value) {
        return UUID.matcher(value).matches() ? Optional.of(new DraftId(value)) : Optional.empty();
    }
}
