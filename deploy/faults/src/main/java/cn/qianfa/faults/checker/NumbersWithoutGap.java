package cn.qianfa.faults.checker;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Each key's events are numbered from 1 without a gap, in order, and no number has two ids. */
final class NumbersWithoutGap implements Rule {
    /** Of verdicts and compacted topics the numbers have holes by design. */
    private static final List<String> COUNTED =
            List.of("approval.drafts", "approval.publications", "monitoring.comments", "monitoring.cases");

    @Override
    public String name() {
        return "numbers";
    }

    @Override
    public void check(Evidence evidence, Verdict verdict) {
        for (var topic : COUNTED) {
            Map<String, Map<Long, String>> ids = new HashMap<>();
            evidence.topic(topic)
                    .forEach(line -> check(line, ids.computeIfAbsent(line.text("key"), _ -> new HashMap<>()), verdict));
        }
    }

    private static void check(Line line, Map<Long, String> ids, Verdict verdict) {
        var seq = Long.parseLong(line.text("headers/ce_seq"));
        var id = line.text("headers/ce_id");
        var before = ids.putIfAbsent(seq, id);
        if (before == null) {
            verdict.check(
                    seq == ids.size(),
                    line,
                    "%s: number %d (expected: %d)".formatted(line.text("key"), seq, ids.size()));
            return;
        }
        verdict.check(
                before.equals(id),
                line,
                "%s: number %d is %s (expected: %s, as before)".formatted(line.text("key"), seq, id, before));
    }
}
