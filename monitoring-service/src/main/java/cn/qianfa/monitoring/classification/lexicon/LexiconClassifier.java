package cn.qianfa.monitoring.classification.lexicon;

import cn.qianfa.monitoring.classification.Classification;
import cn.qianfa.monitoring.classification.Classifier;
import cn.qianfa.monitoring.classification.Reason;
import cn.qianfa.monitoring.classification.Signal;
import cn.qianfa.monitoring.classification.Urgency;
import java.util.Optional;

/** Looks every phrase of the lexicon up; time grows with the text's length times the lexicon's. */
public final class LexiconClassifier implements Classifier {
    private final Lexicon lexicon;

    /** With the lexicon this service ships. */
    public LexiconClassifier() {
        this(Lexicon.shipped());
    }

    LexiconClassifier(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    @Override
    public Classification classify(String text) {
        var plain = PlainText.of(text).value();
        var reasons = lexicon.entries().stream()
                .map(entry -> entry.look(plain))
                .flatMap(Optional::stream)
                .toList();
        return reasons.stream()
                .map(LexiconClassifier::urgency)
                .reduce(Urgency::or)
                .map(urgency -> new Classification(reasons, urgency))
                .orElse(Classification.NOTHING);
    }

    private static Urgency urgency(Reason reason) {
        return Signal.of(reason.code()).map(Signal::urgency).orElse(Urgency.ROUTINE);
    }
}
