package cn.qianfa.monitoring.alert;

import java.time.Instant;

/** One try to tell, as the alert keeps it. */
public record Attempt(Instant at, Outcome outcome) {
    /** What came of it. */
    public sealed interface Outcome {}

    /** The other end has it, and said so. */
    public record Sent(String reply) implements Outcome {}

    /** Not now; it is tried again. */
    public record Deferred(String why, Instant nextTryAt) implements Outcome {}

    /** Never; it is told by the other ways only. */
    public record Refused(String why) implements Outcome {}

    /** It has become too old to be told. */
    public record GivenUp() implements Outcome {}
}
