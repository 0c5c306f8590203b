package cn.qianfa.contracts.delivery;

/** What became of one event. */
public enum Reacted {
    /** Its effect is stored now, or may be stored now. */
    APPLIED,
    /** Its effect was there already. */
    DUPLICATE,
    /** An earlier event of the same key has not come: the aggregate stops and waits. */
    GAP,
    /** The same number came before as another event: the source's history was forked, as by a restored back-up. */
    FORKED
}
