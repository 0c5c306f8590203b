package cn.qianfa.approval.draft.mongo;

import cn.qianfa.approval.draft.Verdict;
import cn.qianfa.contracts.event.Finding;
import java.util.Date;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** A verdict as a document. */
final class VerdictDocuments {
    private VerdictDocuments() {}

    static Document write(Verdict verdict) {
        var document = new Document("submission", verdict.submission())
                .append("contentHash", verdict.contentHash())
                .append("ruleSet", verdict.ruleSet())
                .append("ruleSetHash", verdict.ruleSetHash())
                .append(
                        "findings",
                        verdict.findings().stream().map(VerdictDocuments::write).toList())
                .append("at", Date.from(verdict.at()));
        var unchecked = verdict.unchecked();
        return unchecked == null ? document : document.append("unchecked", unchecked);
    }

    static Verdict read(Document stored) {
        return new Verdict(
                stored.getInteger("submission"),
                stored.getString("contentHash"),
                stored.getString("ruleSet"),
                stored.getString("ruleSetHash"),
                stored.getList("findings", Document.class).stream()
                        .map(VerdictDocuments::finding)
                        .toList(),
                stored.getString("unchecked"),
                stored.getDate("at").toInstant());
    }

    private static Document write(Finding finding) {
        var document = new Document("rule", finding.rule())
                .append("article", finding.article())
                .append("severity", finding.severity())
                .append("part", finding.part())
                .append("start", finding.start())
                .append("end", finding.end())
                .append("explanation", finding.explanation())
                .append("remedy", finding.remedy())
                .append("steps", finding.steps());
        var matched = finding.matched();
        if (matched != null) {
            document.append("matched", matched);
        }
        var english = finding.english();
        return english == null ? document : document.append("english", write(english));
    }

    private static Document write(Finding.English english) {
        return new Document("explanation", english.explanation())
                .append("remedy", english.remedy())
                .append("steps", english.steps());
    }

    private static Finding finding(Document stored) {
        return new Finding(
                stored.getString("rule"),
                stored.getString("article"),
                stored.getString("severity"),
                stored.getInteger("part"),
                stored.getInteger("start"),
                stored.getInteger("end"),
                stored.getString("explanation"),
                stored.getString("remedy"),
                stored.getList("steps", String.class),
                stored.getString("matched"),
                english(stored.get("english", Document.class)));
    }

    private static Finding.@Nullable English english(@Nullable Document stored) {
        return stored == null
                ? null
                : new Finding.English(
                        stored.getString("explanation"),
                        stored.getString("remedy"),
                        stored.getList("steps", String.class));
    }
}
