package cn.qianfa.monitoring.classification;

/** How soon a human should look, least urgent first. */
public enum Urgency {
    /** Somebody asks or complains and is to be answered. */
    ROUTINE,
    /** Somebody is attacked, threatened or very upset. */
    URGENT,
    /** Somebody may be in danger and needs help. */
    EMERGENCY;

    public Urgency or(Urgency other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
