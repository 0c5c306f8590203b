package cn.qianfa.monitoring.classification.lexicon;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Phrases that are looked for together: one walk over the text, which tries at each character those that begin with it.
 *
 * @param byFirst the phrases by their first character, each list in the order of the file
 */
record Phrases(Map<Character, List<Phrase>> byFirst) {
    Phrases {
        byFirst = Map.copyOf(byFirst);
    }

    static Phrases of(List<Phrase> phrases) {
        return new Phrases(phrases.stream().collect(Collectors.groupingBy(Phrase::first)));
    }

    /** Every hit, in the order of the text. */
    List<Hit> in(String text) {
        var hits = new ArrayList<Hit>();
        for (var at = 0; at < text.length(); at++) {
            var start = at;
            for (var phrase : byFirst.getOrDefault(text.charAt(at), List.of())) {
                phrase.at(text, start).ifPresent(span -> hits.add(new Hit(phrase, span)));
            }
        }
        return hits;
    }

    /** One phrase at one place. */
    record Hit(Phrase phrase, Phrase.Span span) {}
}
