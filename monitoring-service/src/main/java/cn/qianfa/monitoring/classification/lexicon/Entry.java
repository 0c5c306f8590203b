package cn.qianfa.monitoring.classification.lexicon;

import cn.qianfa.monitoring.classification.Reason;
import cn.qianfa.monitoring.classification.Signal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * All that is known about one signal.
 *
 * @param phrases what points to it
 * @param innocent longer wordings in which the same characters mean nothing
 */
record Entry(Signal signal, List<Phrase> phrases, List<Phrase> innocent) {
    private static final double SURE_ENOUGH = 0.5;
    private static final double HUNDREDTH = 100;

    Entry {
        phrases = List.copyOf(phrases);
        innocent = List.copyOf(innocent);
    }

    /** Hits strengthen one another: each takes its share of the doubt that is left. */
    Optional<Reason> look(String text) {
        var innocentSpans =
                innocent.stream().flatMap(phrase -> phrase.in(text).stream()).toList();
        var seen = new LinkedHashMap<String, Double>();
        for (var phrase : phrases) {
            phrase.in(text).stream()
                    .filter(span -> innocentSpans.stream().noneMatch(span::isWithin))
                    .findFirst()
                    .ifPresent(span -> seen.put(text.substring(span.start(), span.end()), phrase.weight()));
        }
        var doubt = seen.values().stream().reduce(1.0, (left, weight) -> left * (1 - weight));
        var score = Math.round((1 - doubt) * HUNDREDTH) / HUNDREDTH;
        return score < SURE_ENOUGH
                ? Optional.empty()
                : Optional.of(new Reason(signal.kind(), signal.code(), score, List.copyOf(seen.keySet())));
    }
}
