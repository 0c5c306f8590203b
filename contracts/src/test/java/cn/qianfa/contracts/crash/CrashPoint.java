package cn.qianfa.contracts.crash;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Where a service falls: between two steps of delivery. */
public enum CrashPoint {
    BEFORE_SAVE,
    AFTER_SAVE,
    BEFORE_SEND,
    AFTER_ACKNOWLEDGEMENT,
    BEFORE_MARK,
    AFTER_MARK,
    BEFORE_REACTION,
    BEFORE_EFFECT,
    AFTER_EFFECT,
    AFTER_COMMIT;

    /** Printed last, so that the log proves where the service fell. */
    static final String FELL = "FELL ";

    private static final AtomicReference<@Nullable Armed> ARMED = new AtomicReference<>();

    private record Armed(CrashPoint point, String topic) {
        boolean at(CrashPoint reached, String of) {
            return point == reached
                    && (topic.isEmpty() || topic.replace('.', '_').equals(of.replace('.', '_')));
        }
    }

    /** @param topic only on the way of this one's events; empty for any, whoever comes first */
    static void arm(CrashPoint point, String topic) {
        ARMED.set(new Armed(point, topic));
    }

    void reached() {
        reached("");
    }

    /**
     * Execution is at this point with events of this topic: if it is the armed one, this process ends here, without any
     * goodbye.
     */
    void reached(String topic) {
        var armed = ARMED.get();
        if (armed != null && armed.at(this, topic)) {
            System.out.println(FELL + this);
            System.out.flush();
            Runtime.getRuntime().halt(137);
        }
    }
}
