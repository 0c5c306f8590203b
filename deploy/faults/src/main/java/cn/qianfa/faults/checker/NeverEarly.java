package cn.qianfa.faults.checker;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Nobody's time to answer is cut short or forgotten, however the clock jumps: by the campaign's own clock, which counts and
 * is never set, round n of a case rings no sooner than n - 1 times the patience after its comment was sent.
 */
final class NeverEarly implements Rule {
    private static final long MILLIS = 1_000;

    @Override
    public String name() {
        return "never-early";
    }

    @Override
    public void check(Evidence evidence, Verdict verdict) {
        var patience = evidence.of("campaign.jsonl").stream()
                .mapToLong(line -> line.number("patience"))
                .max()
                .orElse(0);
        var texts = evidence.store("monitoring.comments")
                .collect(Collectors.toMap(line -> line.text("_id"), line -> line.text("text")));
        Map<String, Long> sent = new HashMap<>();
        evidence.clients("comment", "invoke")
                .forEach(line -> sent.merge(line.text("value/text"), line.number("at"), Math::min));
        evidence.of("receiver.jsonl").forEach(line -> {
            var round = line.number("body/data/round");
            var since = sent.getOrDefault(texts.getOrDefault(line.text("body/data/comment"), ""), Long.MAX_VALUE);
            var least = (round - 1) * patience * MILLIS;
            var took = line.number("at") - since;
            verdict.check(
                    took >= least, line, "round %d after %d ms (expected: at least %d)".formatted(round, took, least));
        });
    }
}
