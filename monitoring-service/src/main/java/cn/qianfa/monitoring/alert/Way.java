package cn.qianfa.monitoring.alert;

/** A way by which alerts are told outward. Each goes on whatever becomes of the others. */
public enum Way {
    /** One receiver for the whole installation. */
    WEBHOOK,
    /** To the person who is on call. */
    MAIL
}
