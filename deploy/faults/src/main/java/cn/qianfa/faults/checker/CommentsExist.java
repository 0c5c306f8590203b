package cn.qianfa.faults.checker;

import java.util.stream.Collectors;

/** Every comment that was taken is there exactly once; one nobody knows of, at most once. */
final class CommentsExist implements Rule {
    @Override
    public String name() {
        return "comments-exist";
    }

    @Override
    public void check(Evidence evidence, Verdict verdict) {
        var stored = evidence.store("monitoring.comments")
                .collect(Collectors.groupingBy(line -> line.text("text"), Collectors.counting()));
        evidence.clients("comment", "ok").forEach(line -> {
            var times = stored.getOrDefault(line.text("value/text"), 0L);
            verdict.check(
                    times == 1, line, "a comment that was taken is there %d times (expected: once)".formatted(times));
        });
        evidence.clients("comment", "info").forEach(line -> {
            var times = stored.getOrDefault(line.text("value/text"), 0L);
            verdict.check(times <= 1, line, "a comment is there %d times (expected: at most once)".formatted(times));
        });
    }
}
