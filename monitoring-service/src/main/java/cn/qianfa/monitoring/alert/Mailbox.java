package cn.qianfa.monitoring.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much mail one person got lately.
 *
 * @param mailed what went to them, or was on its way, within the budget's window
 * @param busyUntil until then somebody sends them a mail; null where nobody does
 * @param version 0 while nothing was ever sent
 */
public record Mailbox(
        String staff, List<Mailed> mailed, @Nullable Instant busyUntil, long version) {
    /** One mail; the same tried again is one. */
    public record Mailed(String id, Instant at) {}

    /**
     * How much one person is sent.
     *
     * @param most mails within the window
     */
    public record Budget(int most, Duration window) {
        public Budget {
            if (most < 1 || !window.isPositive()) {
                throw new IllegalArgumentException(
                        "budget: %d in %s (expected: 1 or more, in some time)".formatted(most, window));
            }
        }
    }

    public Mailbox {
        mailed = List.copyOf(mailed);
    }

    /** Nothing was ever sent to them. */
    public static Mailbox empty(String staff) {
        return new Mailbox(staff, List.of(), null, 0);
    }

    boolean isBusy(Instant now) {
        return busyUntil != null && busyUntil.isAfter(now);
    }

    /** Without what the window has left behind. */
    Mailbox at(Instant now, Budget budget) {
        var since = now.minus(budget.window());
        return new Mailbox(
                staff, mailed.stream().filter(mail -> mail.at().isAfter(since)).toList(), busyUntil, version);
    }

    /** How many may be sent to them, the one of this id counted anew if it was tried before. */
    int room(String id, Budget budget) {
        return budget.most()
                - (int) mailed.stream().filter(mail -> !mail.id().equals(id)).count();
    }

    /** When the next may be sent, once there is no room. */
    Instant roomAgainAt(Budget budget, Instant now) {
        return mailed.stream()
                .map(Mailed::at)
                .min(Instant::compareTo)
                .orElse(now)
                .plus(budget.window());
    }

    Mailbox sending(String id, Instant now, Instant until) {
        var all = new ArrayList<>(mailed);
        all.removeIf(mail -> mail.id().equals(id));
        all.add(new Mailed(id, now));
        return new Mailbox(staff, all, until, version);
    }

    /** Nothing came of it: it takes no place. */
    Mailbox without(String id) {
        return new Mailbox(
                staff, mailed.stream().filter(mail -> !mail.id().equals(id)).toList(), null, version);
    }

    Mailbox free() {
        return new Mailbox(staff, mailed, null, version);
    }
}
