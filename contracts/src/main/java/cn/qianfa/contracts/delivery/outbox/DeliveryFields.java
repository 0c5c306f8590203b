package cn.qianfa.contracts.delivery.outbox;

import cn.qianfa.contracts.delivery.Applied;
import cn.qianfa.contracts.delivery.Cause;
import cn.qianfa.contracts.delivery.Position;
import cn.qianfa.contracts.delivery.Receipt;
import cn.qianfa.contracts.delivery.Revision;
import java.util.HashMap;
import java.util.List;
import org.bson.Document;

/** The fields of delivery as they are stored. */
final class DeliveryFields {
    private DeliveryFields() {}

    static Revision revision(Document document) {
        var applied = new HashMap<String, Applied>();
        document.get("applied", new Document()).forEach((source, last) -> {
            var mark = (Document) last;
            applied.put(source.replace('_', '.'), new Applied(mark.getLong("seq"), mark.getString("id")));
        });
        return new Revision(
                document.getLong("version"),
                document.getLong("seq"),
                Outbox.bytes(document.getList("outbox", Document.class, List.of())),
                applied,
                document.getList("receipts", Document.class, List.of()).stream()
                        .map(DeliveryFields::receipt)
                        .toList());
    }

    static Document appliedAtFirst(Cause cause) {
        return cause instanceof Cause.Event(var from) ? new Document(field(from.source()), mark(from)) : new Document();
    }

    static Document mark(Position from) {
        return new Document("seq", from.seq()).append("id", from.id());
    }

    static String field(String source) {
        return source.replace('.', '_');
    }

    static List<Document> receipts(String id, long version, Cause cause) {
        return cause instanceof Cause.Command(var key, var bodyHash, var answer)
                ? List.of(new Document("key", key)
                        .append("bodyHash", bodyHash)
                        .append("of", id)
                        .append("version", version)
                        .append("answer", answer))
                : List.of();
    }

    static Receipt receipt(Document stored) {
        return new Receipt(
                stored.getString("key"),
                stored.getString("bodyHash"),
                stored.getString("of"),
                stored.getLong("version"),
                stored.getString("answer"));
    }
}
