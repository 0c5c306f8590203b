package cn.qianfa.monitoring.alert;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One way to whoever wakes the officer. */
public interface Bell {
    Way way();

    /** No call takes longer, whatever happens at the other end. */
    Duration longest();

    /** Rings once and waits for the answer. */
    Rung ring(Call call);

    /**
     * What is told at once: one alert, or several where a way bounds how often it rings.
     *
     * @param id the same whenever the same is told again, so that a repetition is known for one
     * @param address where to; null where the way itself knows
     */
    record Call(String id, @Nullable String address, List<Said> said) {
        public Call {
            said = List.copyOf(said);
        }

        /** One alert, to wherever this way leads. */
        public static Call of(Notice notice) {
            return new Call(
                    notice.id().value(),
                    null,
                    List.of(new Said(notice, notice.matter().unit())));
        }
    }

    /**
     * One alert of a call.
     *
     * @param unit what the unit is called
     */
    record Said(Notice notice, String unit) {}

    /** What came of it. */
    sealed interface Rung {
        /**
         * The other end has it.
         *
         * @param reply what it said to that, such as the number it was queued under
         */
        record Taken(String reply) implements Rung {}

        /** The other end does not have it, or nobody knows: it has to be rung again. */
        record Deferred(String why) implements Rung {}

        /** The other end will never take it: ringing again is of no use. */
        record Refused(String why) implements Rung {}
    }
}
