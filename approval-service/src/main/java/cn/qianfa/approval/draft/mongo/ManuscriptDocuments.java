package cn.qianfa.approval.draft.mongo;

import cn.qianfa.approval.draft.Category;
import cn.qianfa.approval.draft.Content;
import cn.qianfa.approval.draft.DraftId;
import cn.qianfa.approval.draft.Importance;
import cn.qianfa.approval.draft.Manuscript;
import java.util.Set;
import org.bson.Document;

/** A manuscript as a document. */
final class ManuscriptDocuments {
    private ManuscriptDocuments() {}

    static Document write(Manuscript manuscript) {
        return new Document("unit", manuscript.unit())
                .append("author", manuscript.author())
                .append("writers", manuscript.writers().stream().sorted().toList())
                .append("signers", manuscript.signers().stream().sorted().toList())
                .append("content", write(manuscript.content()))
                .append("submissions", manuscript.submissions())
                .append(
                        "history",
                        manuscript.history().stream().map(ActDocuments::write).toList());
    }

    private static Document write(Content content) {
        var document = new Document("importance", content.importance().name())
                .append("text", content.text())
                .append("media", content.media());
        var category = content.category();
        return category == null ? document : document.append("category", category.name());
    }

    static Manuscript read(DraftId id, Document stored) {
        return new Manuscript(
                id,
                stored.getString("unit"),
                stored.getString("author"),
                Set.copyOf(stored.getList("writers", String.class)),
                Set.copyOf(stored.getList("signers", String.class)),
                content(stored.get("content", Document.class)),
                stored.getInteger("submissions"),
                stored.getList("history", Document.class).stream()
                        .map(ActDocuments::entry)
                        .toList());
    }

    private static Content content(Document stored) {
        var category = stored.getString("category");
        return new Content(
                category == null ? null : Category.valueOf(category),
                Importance.valueOf(stored.getString("importance")),
                stored.getString("text"),
                stored.getList("media", String.class));
    }
}
