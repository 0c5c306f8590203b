package cn.qianfa.contracts.delivery;

/** What became of one event. */
public sealed interface Reacted {
    /** Its effect is stored now, or may be stored now. */
    Reacted APPLIED = Plain.APPLIED;

    /** Its effect was there already. */
    Reacted DUPLICATE = Plain.DUPLICATE;

    /** An earlier event of the same key has not come: the aggregate stops and waits. */
    Reacted GAP = Plain.GAP;

    /** Those that need no more words. */
    enum Plain implements Reacted {
        APPLIED,
        DUPLICATE,
        GAP
    }

    /**
     * The same number came before as another event: the source's history was forked, as by a restored back-up.
     *
     * @param before the id it had then
     */
    record Forked(String before) implements Reacted {}
}
