package cn.qianfa.faults.checker;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A draft stands at most once on an account: in the log, in the store and before the public. */
final class OnePost implements Rule {
    @Override
    public String name() {
        return "one-post";
    }

    @Override
    public void check(Evidence evidence, Verdict verdict) {
        once(evidence.events("approval.publications", "Published"), "value/publication", "headers/ce_id", verdict);
        once(evidence.store("approval.posts"), "marker", "_id", verdict);
        before(evidence, verdict);
    }

    /** What anybody can read: each post is listed once on its account's pages, and its words stand under no other address. */
    private static void before(Evidence evidence, Verdict verdict) {
        var pages = evidence.of("pages.jsonl").stream()
                .filter(line -> !line.text("path").endsWith(".atom"))
                .collect(Collectors.partitioningBy(line -> line.text("path").contains("/posts/")));
        evidence.store("approval.posts").forEach(post -> {
            var address = "/site/%s/posts/%s".formatted(post.text("account"), post.text("_id"));
            var listed = pages.getOrDefault(false, List.of()).stream()
                    .mapToInt(page -> page.text("body").split("href=\"" + address + "\"", -1).length - 1)
                    .sum();
            var readable = pages.getOrDefault(true, List.of()).stream()
                    .filter(page -> page.text("body").contains(post.text("text")))
                    .map(page -> page.text("path"))
                    .toList();
            verdict.check(listed == 1, post, "%s is listed %d times (expected: once)".formatted(address, listed));
            verdict.check(readable.equals(List.of(address)), post, "%s is read at %s".formatted(address, readable));
        });
    }

    /** @param what may be there once; the same again under the same number was only sent twice */
    private static void once(Stream<Line> lines, String what, String number, Verdict verdict) {
        Map<String, String> seen = new HashMap<>();
        lines.forEach(line -> {
            var before = seen.putIfAbsent(line.text(what), line.text(number));
            verdict.check(
                    before == null || before.equals(line.text(number)),
                    line,
                    "a second post of %s: %s beside %s".formatted(line.text(what), line.text(number), before));
        });
    }
}
