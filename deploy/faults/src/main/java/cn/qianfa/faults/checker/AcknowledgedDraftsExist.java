package cn.qianfa.faults.checker;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every draft whose writing was acknowledged is there, with the last content that was acknowledged. */
final class AcknowledgedDraftsExist implements Rule {
    @Override
    public String name() {
        return "drafts-exist";
    }

    @Override
    public void check(Evidence evidence, Verdict verdict) {
        var stored =
                evidence.store("approval.drafts").collect(Collectors.toMap(line -> line.text("_id"), line -> line));
        var unknown = evidence.clients("edit", "info")
                .map(edit -> edit.text("value/draft"))
                .collect(Collectors.toSet());
        Map<String, Line> last = new HashMap<>();
        Stream.concat(evidence.clients("draft", "ok"), evidence.clients("edit", "ok"))
                .sorted((one, other) -> Long.compare(one.number("at"), other.number("at")))
                .forEach(told -> last.put(id(told), told));
        last.forEach((id, told) -> {
            var draft = stored.get(id);
            var text = told.text("value/text");
            verdict.check(
                    draft != null
                            && (unknown.contains(id)
                                    || draft.text("draft/content/text").equals(text)),
                    told,
                    draft == null
                            ? "draft %s was acknowledged and is not in the store".formatted(id)
                            : "draft %s is %s (expected: %s)".formatted(id, draft.text("draft/content/text"), text));
        });
    }

    private static String id(Line told) {
        return told.text("f").equals("edit") ? told.text("value/draft") : told.text("answer/id");
    }
}
