package cn.qianfa.monitoring.classification.lexicon;

import cn.qianfa.monitoring.classification.Reason;
import cn.qianfa.monitoring.classification.Signal;
import java.util.LinkedHashMap;
import java.util.Optional;

/**
 * All that is known about one signal.
 *
 * @param phrases what points to it
 * @param innocent longer wordings in which the same characters mean nothing
 */
record Entry(Signal signal, Phrases phrases, Phrases innocent) {
    private static final double SURE_ENOUGH = 0.5;
    private static final double HUNDREDTH = 100;

    /** Hits strengthen one another: each takes its share of the doubt that is left. */
    Optional<Reason> look(String text) {
        var hits = phrases.in(text);
        if (hits.isEmpty()) {
            return Optional.empty();
        }
        var excused = innocent.in(text);
        var seen = new LinkedHashMap<Phrase, String>();
        for (var hit : hits) {
            if (excused.stream().noneMatch(wording -> hit.span().isWithin(wording.span()))) {
                seen.putIfAbsent(hit.phrase(), hit.span().of(text));
            }
        }
        var doubt = seen.keySet().stream().mapToDouble(Phrase::weight).reduce(1, (left, weight) -> left * (1 - weight));
        var score = Math.round((1 - doubt) * HUNDREDTH) / HUNDREDTH;
        return score < SURE_ENOUGH
                ? Optional.empty()
                : Optional.of(new Reason(
                        signal.kind(),
                        signal.code(),
                        score,
                        seen.values().stream().distinct().toList()));
    }
}
