package cn.qianfa.launcher.speech;

import java.util.Locale;
import java.util.ResourceBundle;

/** The sentences in one language: Chinese, or English if {@code QIANFA_LANG} says so. */
public final class Messages {
    private final ResourceBundle bundle;

    private Messages(Locale locale) {
        this.bundle = ResourceBundle.getBundle(
                "cn.qianfa.launcher.speech.messages",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    public static Messages chinese() {
        return new Messages(Locale.ROOT);
    }

    public static Messages english() {
        return new Messages(Locale.ENGLISH);
    }

    /** @param language {@code zh} or {@code en}; whatever else is set, people are spoken to in Chinese */
    public static Messages in(String language) {
        return language.startsWith("en") ? english() : chinese();
    }

    public String text(Sentence sentence) {
        var text = bundle.getString(sentence.key());
        for (var i = 0; i < sentence.arguments().size(); i++) {
            var argument = sentence.arguments().get(i);
            text = text.replace("{" + i + "}", argument instanceof Sentence inner ? text(inner) : argument.toString());
        }
        return text;
    }
}
