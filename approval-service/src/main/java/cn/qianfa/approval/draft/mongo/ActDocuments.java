package cn.qianfa.approval.draft.mongo;

import cn.qianfa.approval.draft.Entry;
import cn.qianfa.approval.draft.Release;
import cn.qianfa.approval.draft.Signature;
import cn.qianfa.contracts.event.Approved.PassedWarning;
import cn.qianfa.contracts.event.By;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;

/** What people did, as documents. */
final class ActDocuments {
    private ActDocuments() {}

    static Document write(Entry entry) {
        return new Document("act", entry.act().name())
                .append("by", write(entry.by()))
                .append("submission", entry.submission())
                .append("contentHash", entry.contentHash())
                .append("reason", entry.reason())
                .append("at", Date.from(entry.at()));
    }

    static Entry entry(Document stored) {
        return new Entry(
                Entry.Act.valueOf(stored.getString("act")),
                by(stored),
                stored.getInteger("submission"),
                stored.getString("contentHash"),
                stored.getString("reason"),
                at(stored));
    }

    static Document write(Signature signature) {
        return new Document("by", write(signature.by()))
                .append("contentHash", signature.contentHash())
                .append("step", signature.step())
                .append(
                        "overrides",
                        signature.overrides().stream()
                                .map(passed -> new Document("rule", passed.rule()).append("reason", passed.reason()))
                                .toList())
                .append("at", Date.from(signature.at()));
    }

    static Signature signature(Document stored) {
        return new Signature(
                by(stored),
                stored.getString("contentHash"),
                stored.getString("step"),
                stored.getList("overrides", Document.class).stream()
                        .map(passed -> new PassedWarning(passed.getString("rule"), passed.getString("reason")))
                        .toList(),
                at(stored));
    }

    static Document write(Release release) {
        return new Document("by", write(release.by()))
                .append("accounts", release.accounts())
                .append("publishAt", Date.from(release.publishAt()))
                .append("at", Date.from(release.at()));
    }

    static Release release(Document stored) {
        return new Release(
                by(stored),
                stored.getList("accounts", String.class),
                stored.getDate("publishAt").toInstant(),
                at(stored));
    }

    private static Document write(By by) {
        return new Document("staff", by.staff()).append("unit", by.unit()).append("roles", by.roles());
    }

    private static By by(Document stored) {
        var by = stored.get("by", Document.class);
        return new By(by.getString("staff"), by.getString("unit"), by.getList("roles", String.class));
    }

    private static Instant at(Document stored) {
        return stored.getDate("at").toInstant();
    }
}
