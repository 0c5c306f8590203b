package cn.qianfa.approval.draft;

/** How important a draft is, which decides who signs it (article 7). */
public enum Importance {
    /** The office director signs. */
    ORDINARY,
    /** The unit's leader signs. */
    IMPORTANT,
    /** Whichever of the two is there signs: an incident does not wait for an office hour (article 9, 3 and 5). */
    EMERGENCY
}
