package cn.qianfa.faults.checker;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** What the store counted, the log has: the last number of each aggregate is the last number of its key. */
final class AllIsTold implements Rule {
    private static final Map<String, String> TOPICS = new TreeMap<>(Map.of(
            "approval.drafts", "approval.drafts",
            "approval.publications", "approval.publications",
            "monitoring.comments", "monitoring.comments",
            "monitoring.cases", "monitoring.cases"));

    @Override
    public String name() {
        return "all-told";
    }

    @Override
    public void check(Evidence evidence, Verdict verdict) {
        TOPICS.forEach((collection, topic) -> {
            Map<String, Long> last = new HashMap<>();
            evidence.topic(topic)
                    .forEach(line ->
                            last.merge(line.text("key"), Long.parseLong(line.text("headers/ce_seq")), Math::max));
            evidence.store(collection).forEach(line -> {
                var announced = last.getOrDefault(line.text("_id"), 0L);
                verdict.check(
                        announced == line.number("seq") && !line.json().has("pendingAt"),
                        line,
                        "%s: announced up to %d (expected: %d)"
                                .formatted(line.text("_id"), announced, line.number("seq")));
            });
        });
    }
}
