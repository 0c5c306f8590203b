package cn.qianfa.monitoring.casework;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One round of telling somebody.
 *
 * @param number counted from 1
 * @param told the member of staff who is told; null where nobody is on call
 * @param dueAt when the next person is told, unless somebody acknowledges; null where it stays with this one
 */
public record Round(
        int number,
        @Nullable String told,
        Instant since,
        @Nullable Instant dueAt) {
    public Round {
        if (number < 1) {
            throw new IllegalArgumentException("round: %d (expected: 1 or more)".formatted(number));
        }
    }

    public Optional<String> staff() {
        return Optional.ofNullable(told);
    }

    public Optional<Instant> due() {
        return Optional.ofNullable(dueAt);
    }

    boolean isOver(Instant now) {
        return due().filter(due -> !due.isAfter(now)).isPresent();
    }
}
