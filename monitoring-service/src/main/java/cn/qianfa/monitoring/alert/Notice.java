package cn.qianfa.monitoring.alert;

import cn.qianfa.monitoring.casework.Matter;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an alert says outside: where to look and how soon, never the comment's words.
 *
 * @param told the member of staff it is for; null where nobody is on call
 * @param notAfter later than this it is not told any more
 * @param dueAt when the next person is told, as far as that was known; null where it stays with this one
 */
public record Notice(
        AlertId id,
        Matter matter,
        @Nullable String told,
        Instant raisedAt,
        Instant notAfter,
        @Nullable Instant dueAt) {
    /** It is not known when the next person is told. */
    public Notice(AlertId id, Matter matter, @Nullable String told, Instant raisedAt, Instant notAfter) {
        this(id, matter, told, raisedAt, notAfter, null);
    }

    public Optional<String> staff() {
        return Optional.ofNullable(told);
    }

    public Optional<Instant> due() {
        return Optional.ofNullable(dueAt);
    }
}
