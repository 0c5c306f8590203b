package cn.qianfa.approval.publication;

import cn.qianfa.approval.draft.DraftId;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A publication is a draft, an account and a content: its id is made of the three, so that the same one cannot come into
 * being twice, and sorts by the age of its draft.
 */
public record PublicationId(String value) {
    private static final int HASH_DIGITS = 8;
    private static final Pattern SHAPE =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\.[a-z]+\\.[a-z0-9-]{1,40}\\.[0-9a-f]{8}");

    public PublicationId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "publication id: %s (expected: draft, account, 8 digits of the hash)".formatted(value));
        }
    }

    static PublicationId of(DraftId draft, String account, String contentHash) {
        return new PublicationId(draft.value() + '.' + account + '.' + contentHash.substring(0, HASH_DIGITS));
    }

    /** Empty for what cannot be an id. */
    public static Optional<PublicationId> of(String value) {
        return SHAPE.matcher(value).matches() ? Optional.of(new PublicationId(value)) : Optional.empty();
    }
}
