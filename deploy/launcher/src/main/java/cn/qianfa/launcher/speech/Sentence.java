package cn.qianfa.launcher.speech;

import java.util.List;
import java.util.stream.Stream;

/**
 * Something to say, before it has a language.
 *
 * @param key names the sentence in {@code messages.properties}
 * @param arguments fill its {@code {0}}, {@code {1}} …; a sentence among them is said in the same language
 */
public record Sentence(String key, List<Object> arguments) {
    public static Sentence of(String key, Object... arguments) {
        return new Sentence(
                key,
                Stream.of(arguments)
                        .map(argument -> argument instanceof Sentence ? argument : String.valueOf(argument))
                        .toList());
    }
}
