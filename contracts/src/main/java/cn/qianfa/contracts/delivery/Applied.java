package cn.qianfa.contracts.delivery;

/** The last event of one source that went into a document. */
public record Applied(long seq, String id) {
    /** Nothing of the source has gone in yet. */
    public static final Applied NOTHING = new Applied(0, "");
}
