package cn.qianfa.faults.checker;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** What reacts to an event does so once: not never, and not twice. */
final class OneEffect implements Rule {
    @Override
    public String name() {
        return "one-effect";
    }

    @Override
    public void check(Evidence evidence, Verdict verdict) {
        var scheduled = ids(evidence.events("approval.publications", "PublicationScheduled"), OneEffect::publication);
        evidence.events("approval.drafts", "DraftReleased")
                .forEach(released -> released.at("value/accounts")
                        .valueStream()
                        .forEach(account ->
                                once(released, publication(released, account.asString()), scheduled, verdict)));

        var opened = ids(evidence.events("monitoring.cases", "CaseOpened"), line -> line.text("value/comment"));
        evidence.events("monitoring.comments", "CommentFlagged")
                .forEach(flagged -> once(flagged, flagged.text("value/comment"), opened, verdict));

        var alerts = ids(evidence.store("monitoring.alerts"), line -> line.text("_id"), "_id");
        var raised = Stream.concat(
                evidence.events("monitoring.cases", "CaseOpened"),
                evidence.events("monitoring.cases", "CaseEscalated"));
        var rounds = new HashMap<String, String>();
        raised.forEach(line -> {
            var alert = line.text("key") + "." + Math.max(1, line.number("value/round"));
            once(line, alert, alerts, verdict);
            var before = rounds.putIfAbsent(alert, line.text("headers/ce_id"));
            verdict.check(
                    before == null || before.equals(line.text("headers/ce_id")), line, alert + " was raised twice");
        });

        var checked = ids(
                evidence.events("content-rules.draft-verdicts", "DraftChecked"),
                line -> line.text("key") + " submission " + line.text("value/submission"),
                "headers/ce_seq");
        evidence.events("approval.drafts", "DraftSubmitted")
                .forEach(line -> once(
                        line, line.text("key") + " submission " + line.text("value/submission"), checked, verdict));
    }

    private static String publication(Line scheduled) {
        return scheduled.text("value/draft") + " to " + scheduled.text("value/account");
    }

    private static String publication(Line released, String account) {
        return released.text("value/draft") + " to " + account;
    }

    private static Map<String, Set<String>> ids(Stream<Line> effects, Function<Line, String> of) {
        return ids(effects, of, "headers/ce_id");
    }

    /** @param id an effect sent again has the same */
    private static Map<String, Set<String>> ids(Stream<Line> effects, Function<Line, String> of, String id) {
        Map<String, Set<String>> ids = new HashMap<>();
        effects.forEach(line ->
                ids.computeIfAbsent(of.apply(line), _ -> new HashSet<>()).add(line.text(id)));
        return ids;
    }

    private static void once(Line cause, String what, Map<String, Set<String>> effects, Verdict verdict) {
        var had = effects.getOrDefault(what, Set.of());
        verdict.check(had.size() == 1, cause, "%s: %d effects (expected: 1) %s".formatted(what, had.size(), had));
    }
}
