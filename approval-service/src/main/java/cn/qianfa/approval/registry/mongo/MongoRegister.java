package cn.qianfa.approval.registry.mongo;

import cn.qianfa.approval.registry.Register;
import cn.qianfa.approval.registry.Registered;
import cn.qianfa.contracts.delivery.Cause;
import cn.qianfa.contracts.delivery.Receipt;
import cn.qianfa.contracts.delivery.Revision;
import cn.qianfa.contracts.delivery.Versioned;
import cn.qianfa.contracts.delivery.outbox.Aggregates;
import cn.qianfa.contracts.event.Event;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Entries of one kind under {@code entry}; {@code _id} is the subject of their events, such as {@code unit:health}. */
abstract class MongoRegister<T extends Registered> implements Register<T> {
    private static final String UNIT = "entry.unit";

    private final String prefix;
    private final MongoCollection<Document> documents;
    private final Aggregates aggregates;

    /** @param prefix of the ids, such as {@code unit:} */
    MongoRegister(String prefix, MongoCollection<Document> documents, Aggregates aggregates) {
        this.prefix = prefix;
        this.documents = documents;
        this.aggregates = aggregates;
        documents.createIndex(Indexes.ascending(UNIT, "_id"));
    }

    abstract Document write(T entry);

    abstract T read(String id, Document stored);

    @Override
    public Optional<Versioned<T>> find(String id) {
        return aggregates.find(prefix + id).map(this::versioned);
    }

    @Override
    public Optional<Receipt> add(T entry, Cause cause, Event... news) {
        var state = new Document("entry", write(entry).append("unit", entry.unit()));
        return aggregates
                .insert(prefix + entry.id(), cause, state, List.of(news))
                .map(this::withoutPrefix);
    }

    @Override
    public void save(Versioned<? extends T> entry, Event... news) {
        var state = write(entry.value()).append("unit", entry.value().unit());
        aggregates.save(
                prefix + entry.value().id(),
                entry.revision(),
                entry.cause(),
                Updates.set("entry", state),
                List.of(news));
    }

    @Override
    public List<Versioned<T>> list(Set<String> units, @Nullable String after, int limit) {
        var filters = new ArrayList<Bson>();
        filters.add(Filters.in(UNIT, units));
        if (after != null) {
            filters.add(Filters.gt("_id", prefix + after));
        }
        return documents
                .find(Filters.and(filters))
                .sort(Sorts.ascending("_id"))
                .limit(limit)
                .map(this::versioned)
                .into(new ArrayList<>());
    }

    List<T> everything() {
        return documents.find().map(stored -> versioned(stored).value()).into(new ArrayList<>());
    }

    private Versioned<T> versioned(Document stored) {
        var id = stored.getString("_id").substring(prefix.length());
        var at = Aggregates.revision(stored);
        var receipts = at.receipts().stream().map(this::withoutPrefix).toList();
        var revision = new Revision(at.version(), at.seq(), at.pendingBytes(), at.applied(), receipts);
        return Versioned.of(read(id, stored.get("entry", Document.class)), revision);
    }

    /** Outside, an entry is known by its id alone. */
    private Receipt withoutPrefix(Receipt receipt) {
        var id = receipt.of().substring(prefix.length());
        return new Receipt(receipt.key(), receipt.bodyHash(), id, receipt.version(), receipt.answer());
    }
}
