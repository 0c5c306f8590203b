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

    private static final AtomicReference<@Nullable CrashPoint> ARMED = new AtomicReference<>();

    static void arm(CrashPoint point) {
        ARMED.set(point);
    }

    /** Execution is at this point: if it is the armed one, this process ends here, without any goodbye. */
    void reached() {
        if (ARMED.get() == this) {
            System.out.println(FELL + this);
            System.out.flush();
            Runtime.getRuntime().halt(137);
        }
    }
}
