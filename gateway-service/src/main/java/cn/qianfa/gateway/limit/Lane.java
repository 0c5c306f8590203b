package cn.qianfa.gateway.limit;

import java.util.Locale;

/** A budget of its own: what is asked for in one lane takes nothing from another. */
public enum Lane {
    /** Everything a person does that has no lane of its own. */
    PERSON(false, false),
    /** Reading one draft, its findings and its history: without it nobody could sign. */
    DRAFT(false, false),
    /** Writing an emergency draft, and the steps of every draft from its submission to its publication (article 9). */
    EMERGENCY(false, true),
    /** Alerts, their stream and their acknowledgement; the comment and the case an alert speaks of (articles 13, 15). */
    ALERTS(false, true),
    /** Whose session it is, and ending it. */
    SESSION(false, false),
    /** Signing in, and using an activation code. */
    SIGN_IN(true, false),
    /** The public's comments. */
    COMMENT(true, false),
    /** The keys services verify with, which are asked for from this very machine. */
    KEYS(true, false),
    /** Everything else of whoever is not signed in. */
    ADDRESS(true, false);

    private final boolean ofAnAddress;
    private final boolean isUrgent;

    Lane(boolean ofAnAddress, boolean isUrgent) {
        this.ofAnAddress = ofAnAddress;
        this.isUrgent = isUrgent;
    }

    /** Whether an address has this budget, whoever is signed in there; else a person. */
    public boolean isOfAnAddress() {
        return ofAnAddress;
    }

    /** Whether some connections to each service are kept for it. */
    public boolean isUrgent() {
        return isUrgent;
    }

    /** Its name as answers and meters have it, such as {@code sign-in}. */
    public String policy() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
