package cn.qianfa.faults.checker;

import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Whatever was told to be done was announced. */
final class AcceptedExists implements Rule {
    @Override
    public String name() {
        return "accepted-exists";
    }

    @Override
    public void check(Evidence evidence, Verdict verdict) {
        told(
                evidence,
                "submit",
                line -> line.text("value/draft"),
                verdict,
                announced(evidence, "approval.drafts", "DraftSubmitted", line -> line.text("key")));
        told(
                evidence,
                "sign",
                AcceptedExists::signature,
                verdict,
                announced(
                        evidence,
                        "approval.drafts",
                        "Approved",
                        line -> line.text("key") + " " + line.text("value/contentHash")));
        told(
                evidence,
                "publish",
                line -> line.text("value/draft"),
                verdict,
                announced(evidence, "approval.drafts", "DraftReleased", line -> line.text("key")));
        told(
                evidence,
                "publish",
                line -> line.text("value/draft") + " " + line.text("value/account"),
                verdict,
                announced(
                        evidence,
                        "approval.publications",
                        "Published",
                        line -> line.text("value/draft") + " " + line.text("value/account")));
        told(
                evidence,
                "acknowledge",
                AcceptedExists::caseOf,
                verdict,
                announced(evidence, "monitoring.cases", "CaseAcknowledged", line -> line.text("key")));
        told(
                evidence,
                "comment",
                line -> line.text("value/text"),
                verdict,
                announced(evidence, "monitoring.comments", "CommentReceived", line -> line.text("value/text")));
    }

    private static String signature(Line told) {
        return told.text("value/draft") + " " + told.text("value/contentHash");
    }

    private static String caseOf(Line told) {
        var alert = told.text("value/alert");
        return alert.substring(0, alert.lastIndexOf('.'));
    }

    private static Set<String> announced(Evidence evidence, String topic, String type, Function<Line, String> what) {
        return evidence.events(topic, type).map(what).collect(Collectors.toSet());
    }

    private static void told(
            Evidence evidence, String f, Function<Line, String> what, Verdict verdict, Set<String> announced) {
        evidence.clients(f, "ok")
                .forEach(line -> verdict.check(
                        announced.contains(what.apply(line)),
                        line,
                        "%s of %s was accepted and never announced".formatted(f, what.apply(line))));
    }
}
