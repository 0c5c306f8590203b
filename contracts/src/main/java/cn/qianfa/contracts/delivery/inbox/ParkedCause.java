package cn.qianfa.contracts.delivery.inbox;

/** Why an aggregate waits for a person. */
public enum ParkedCause {
    /** The bytes are not the event they claim to be. */
    UNREADABLE,
    /** A type this build has never heard of. */
    UNKNOWN_TYPE,
    /** The code threw three times. */
    FAILED,
    /** An earlier number never came. */
    GAP,
    /** The same number came as another event: the source's history was forked. */
    FORKED
}
