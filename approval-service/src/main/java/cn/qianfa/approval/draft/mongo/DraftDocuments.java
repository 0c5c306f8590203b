package cn.qianfa.approval.draft.mongo;

import cn.qianfa.approval.draft.Draft;
import cn.qianfa.approval.draft.DraftId;
import cn.qianfa.approval.draft.Verdict;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** A draft's states as documents. */
final class DraftDocuments {
    private DraftDocuments() {}

    static Document write(Draft draft) {
        var document = ManuscriptDocuments.write(draft.manuscript())
                .append("state", draft.state().name());
        return switch (draft) {
            case Draft.Written _ -> document;
            case Draft.Submitted submitted -> submitted(document, submitted.submittedAt(), submitted.verdict());
            case Draft.Signed signed ->
                submitted(document, signed.submittedAt(), signed.verdict())
                        .append("signature", ActDocuments.write(signed.signature()));
            case Draft.Released released ->
                submitted(document, released.submittedAt(), released.verdict())
                        .append("signature", ActDocuments.write(released.signature()))
                        .append("release", ActDocuments.write(released.release()));
            case Draft.Expired expired -> document.append("expiredAt", Date.from(expired.at()));
        };
    }

    private static Document submitted(Document document, Instant at, @Nullable Verdict verdict) {
        document.append("submittedAt", Date.from(at));
        return verdict == null ? document : document.append("verdict", VerdictDocuments.write(verdict));
    }

    static Draft read(String id, Document stored) {
        var manuscript = ManuscriptDocuments.read(new DraftId(id), stored);
        return switch (Draft.State.valueOf(stored.getString("state"))) {
            case WRITTEN -> new Draft.Written(manuscript);
            case SUBMITTED -> new Draft.Submitted(manuscript, submittedAt(stored), verdict(stored));
            case SIGNED ->
                new Draft.Signed(
                        manuscript,
                        submittedAt(stored),
                        verdict(stored),
                        ActDocuments.signature(stored.get("signature", Document.class)));
            case RELEASED ->
                new Draft.Released(
                        manuscript,
                        submittedAt(stored),
                        verdict(stored),
                        ActDocuments.signature(stored.get("signature", Document.class)),
                        ActDocuments.release(stored.get("release", Document.class)));
            case EXPIRED ->
                new Draft.Expired(manuscript, stored.getDate("expiredAt").toInstant());
        };
    }

    private static Instant submittedAt(Document stored) {
        return stored.getDate("submittedAt").toInstant();
    }

    private static @Nullable Verdict verdict(Document stored) {
        var verdict = stored.get("verdict", Document.class);
        return verdict == null ? null : VerdictDocuments.read(verdict);
    }
}
