package cn.qianfa.monitoring.classification.lexicon;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Words that are looked for.
 *
 * @param parts found one after another within one sentence, at most {@value #LONGEST_GAP} characters apart
 * @param weight how sure a hit makes, from 0 to 1
 */
record Phrase(List<String> parts, double weight) {
    static final int LONGEST_GAP = 6;

    Phrase {
        parts = List.copyOf(parts);
        if (parts.isEmpty() || parts.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("phrase: %s (expected: words)".formatted(parts));
        }
        if (!(weight > 0 && weight <= 1)) {
            throw new IllegalArgumentException("weight: %s (expected: above 0, at most 1)".formatted(weight));
        }
    }

    /** @param written parts joined by {@code ~} */
    static Phrase of(String written, double weight) {
        var parts = new ArrayList<String>();
        for (var part : written.split("~", -1)) {
            parts.add(PlainText.of(part).value());
        }
        return new Phrase(parts, weight);
    }

    /** Every phrase begins with a character; only there it can stand. */
    char first() {
        return parts.getFirst().charAt(0);
    }

    /** Where it ends if it begins here; empty if it does not. */
    Optional<Span> at(String text, int start) {
        if (!text.startsWith(parts.getFirst(), start)) {
            return Optional.empty();
        }
        var end = endOfRest(text, start + parts.getFirst().length());
        return end >= 0 && standsAlone(text, start, end) ? Optional.of(new Span(start, end)) : Optional.empty();
    }

    /** @return one past the last part; -1 where a part is missing */
    private int endOfRest(String text, int from) {
        var end = from;
        for (var part : parts.subList(1, parts.size())) {
            var next = text.indexOf(part, end);
            if (next < 0 || next - end > LONGEST_GAP || sentenceEnds(text, end, next)) {
                return -1;
            }
            end = next + part.length();
        }
        return end;
    }

    private static boolean sentenceEnds(String text, int from, int to) {
        return text.substring(from, to).chars().anyMatch(character -> PlainText.endsSentence((char) character));
    }

    /** Latin letters are words only where no other Latin letter touches them. */
    private static boolean standsAlone(String text, int start, int end) {
        return !(isLatin(text, start) && isLatin(text, start - 1)) && !(isLatin(text, end - 1) && isLatin(text, end));
    }

    private static boolean isLatin(String text, int at) {
        return at >= 0 && at < text.length() && text.charAt(at) >= 'a' && text.charAt(at) <= 'z';
    }

    /** From the first character to one past the last. */
    record Span(int start, int end) {
        String of(String text) {
            return text.substring(start, end);
        }

        boolean isWithin(Span other) {
            return other.start <= start && end <= other.end;
        }
    }
}
