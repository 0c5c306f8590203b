package cn.qianfa.receiver;

import java.util.Locale;
import java.util.ResourceBundle;

/** What is said, in Chinese, or in English if {@code QIANFA_LANG} says so. */
record Messages(ResourceBundle bundle) {
    static Messages in(String language) {
        return new Messages(ResourceBundle.getBundle(
                "cn.qianfa.receiver.messages",
                language.startsWith("en") ? Locale.ENGLISH : Locale.ROOT,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    /** @param arguments fill {@code {0}}, {@code {1}} …; what a line must not hold is shown as a question mark */
    String text(String key, Object... arguments) {
        var text = bundle.getString(key);
        for (var i = 0; i < arguments.length; i++) {
            text = text.replace("{" + i + "}", printable(arguments[i].toString()));
        }
        return text;
    }

    /** The word for a code of the wire; a code not heard of yet is shown as it came. */
    String word(String kind, String code) {
        var key = kind + "." + code;
        return bundle.containsKey(key) ? bundle.getString(key) : code;
    }

    /** A terminal obeys control characters; nobody who sends alerts is to command it. */
    private static String printable(String text) {
        return text.codePoints()
                .map(character -> Character.isISOControl(character) ? '?' : character)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
