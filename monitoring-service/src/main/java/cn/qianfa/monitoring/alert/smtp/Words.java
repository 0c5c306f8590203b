package cn.qianfa.monitoring.alert.smtp;

import java.util.Locale;
import java.util.ResourceBundle;

/** What a mail says, in Chinese, or in English if the installation speaks it. */
record Words(ResourceBundle bundle) {
    private static final int LONGEST = 100;

    static Words in(String language) {
        return new Words(ResourceBundle.getBundle(
                "cn.qianfa.monitoring.alert.smtp.mail",
                language.startsWith("en") ? Locale.ENGLISH : Locale.ROOT,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    /** @param arguments fill {@code {0}}, {@code {1}} …; each stays within its line */
    String text(String key, Object... arguments) {
        var text = bundle.getString(key);
        for (var i = 0; i < arguments.length; i++) {
            text = text.replace("{" + i + "}", line(arguments[i].toString()));
        }
        return text;
    }

    /** The word for a code; for one not heard of yet what there is for others. */
    String word(String kind, String code) {
        var key = kind + "." + code;
        return bundle.containsKey(key) ? bundle.getString(key) : bundle.getString(kind + ".other");
    }

    /** Nobody's name begins a line or a header of its own, hides what follows, or goes on for ever. */
    static String line(String text) {
        var line = text.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]+", " ").strip();
        return line.codePointCount(0, line.length()) <= LONGEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST)) + '…';
    }
}
