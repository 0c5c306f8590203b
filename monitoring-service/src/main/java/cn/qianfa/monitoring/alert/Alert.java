package cn.qianfa.monitoring.alert;

import java.time.Instant;

/** An alert on its way outward. */
public sealed interface Alert {
    Notice notice();

    /** It has to be told, again and again until the receiver takes it. */
    record Ringing(Notice notice, int tries, Instant nextTryAt) implements Alert {
        /** Before each try: if this process falls during it, any process tries again then. */
        Ringing trying(Instant orElseAt) {
            return new Ringing(notice, tries + 1, orElseAt);
        }

        Ringing again(Instant at) {
            return new Ringing(notice, tries, at);
        }

        Delivered delivered(Instant at) {
            return new Delivered(notice, tries, at);
        }

        Dropped dropped(Why why, Instant at) {
            return new Dropped(notice, tries, why, at);
        }
    }

    /** The receiver has it. */
    record Delivered(Notice notice, int tries, Instant at) implements Alert {}

    /** There is no sense in telling it any more. */
    record Dropped(Notice notice, int tries, Why why, Instant at) implements Alert {}

    /** Why it is not told any more. */
    enum Why {
        /** Somebody has seen the case before the receiver could be reached. */
        ACKNOWLEDGED,
        TOO_LATE
    }
}
