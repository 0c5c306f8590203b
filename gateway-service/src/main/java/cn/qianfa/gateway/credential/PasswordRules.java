package cn.qianfa.gateway.credential;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a new password must keep: length is worth more than signs nobody remembers. */
public final class PasswordRules {
    public static final int SHORTEST = 12;
    public static final int LONGEST = 200;
    private static final int FEWEST_DIFFERENT = 6;

    /** One rule that was broken. */
    public enum Breach {
        TOO_SHORT,
        TOO_LONG,
        CONTAINS_THE_NAME,
        TOO_UNIFORM;

        /** The key of the words that say what was expected. */
        public String words() {
            return "expected.password-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private PasswordRules() {}

    /** @return empty if it may be used */
    public static List<Breach> breaches(String name, String password) {
        var breaches = new ArrayList<Breach>();
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            breaches.add(Breach.TOO_SHORT);
        }
        if (password.length() > LONGEST) {
            breaches.add(Breach.TOO_LONG);
        }
        if (password.toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT))) {
            breaches.add(Breach.CONTAINS_THE_NAME);
        }
        if (password.codePoints().distinct().count() < FEWEST_DIFFERENT) {
            breaches.add(Breach.TOO_UNIFORM);
        }
        return breaches;
    }
}
