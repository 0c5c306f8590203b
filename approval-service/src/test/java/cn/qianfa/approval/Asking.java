package cn.qianfa.approval;

import cn.qianfa.approval.decision.Asked;
import cn.qianfa.contracts.delivery.Cause;
import cn.qianfa.contracts.identity.Actor;
import java.util.concurrent.atomic.AtomicInteger;

/** Commands as people send them. */
public final class Asking {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private Asking() {}

    /** A command that never came before. */
    public static <T> Asked<T> by(Actor by, T what) {
        return by(by, "key-" + NUMBER.incrementAndGet(), "hash", what);
    }

    public static Asked<Void> by(Actor by) {
        return by(by, "key-" + NUMBER.incrementAndGet(), "hash");
    }

    public static <T> Asked<T> by(Actor by, String key, String hash, T what) {
        return new Asked<>(by, () -> command(by, key, hash), () -> what);
    }

    /** A command without content. */
    public static Asked<Void> by(Actor by, String key, String hash) {
        return new Asked<>(by, () -> command(by, key, hash), () -> {
            throw new AssertionError("there is no content to read");
        });
    }

    public static Cause.Command command(Actor by, String key, String hash) {
        return new Cause.Command(by.id() + '|' + key, hash, "");
    }
}
