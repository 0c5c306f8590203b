package cn.qianfa.monitoring.alert;

/** The way to whoever wakes the officer. */
@FunctionalInterface
public interface Bell {
    /** Rings once and waits for the answer, some seconds at most. */
    Rung ring(Notice notice);

    /** What came of it. */
    sealed interface Rung {
        /** The receiver has it. */
        record Taken() implements Rung {}

        /** The receiver does not have it, or nobody knows: it has to be rung again. */
        record NotTaken(String why) implements Rung {}
    }
}
