package cn.qianfa.contracts.delivery.inbox;

/** What came of handling one event. */
sealed interface Attempt {
    Attempt DONE = new Done();

    /** The effect is stored, now or before. */
    record Done() implements Attempt {}

    /** Store or broker away: the same event is tried again, for ever. */
    record Wait(Throwable trouble) implements Attempt {}

    /** It cannot be applied as it is: its aggregate waits for a person. */
    record Park(ParkedCause cause, String detail) implements Attempt {}
}
