package cn.qianfa.approval.draft.mongo;

import cn.qianfa.approval.draft.Draft;
import cn.qianfa.approval.draft.DraftId;
import cn.qianfa.approval.draft.Drafts;
import cn.qianfa.contracts.delivery.Cause;
import cn.qianfa.contracts.delivery.Receipt;
import cn.qianfa.contracts.delivery.Versioned;
import cn.qianfa.contracts.delivery.outbox.Aggregates;
import cn.qianfa.contracts.delivery.wiring.AggregateFactory;
import cn.qianfa.contracts.event.Event;
import cn.qianfa.contracts.event.Topic;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The drafts of collection {@code drafts}: the draft under {@code draft}, its delivery beside it. */
@Component
final class MongoDrafts implements Drafts {
    private static final String NAME = "drafts";
    private static final String STATE = "draft.state";
    private static final String UNIT = "draft.unit";

    private final MongoCollection<Document> documents;
    private final Aggregates aggregates;

    @Autowired
    MongoDrafts(MongoDatabase database, AggregateFactory aggregates) {
        this(database.getCollection(NAME), aggregates.open(NAME, Topic.DRAFTS));
    }

    /** Declares the indexes the lists are read by. */
    MongoDrafts(MongoCollection<Document> documents, Aggregates aggregates) {
        this.documents = documents;
        this.aggregates = aggregates;
        documents.createIndex(Indexes.compoundIndex(Indexes.ascending(UNIT), Indexes.descending("_id")));
        documents.createIndex(Indexes.compoundIndex(Indexes.ascending(UNIT, STATE), Indexes.descending("_id")));
    }

    @Override
    public Optional<Versioned<Draft>> find(DraftId id) {
        return aggregates.find(id.value()).map(MongoDrafts::read);
    }

    @Override
    public Optional<Receipt> add(Draft.Written draft, Cause.Command command) {
        return aggregates.insert(draft.id().value(), command, new Document("draft", write(draft)), List.of());
    }

    @Override
    public void save(Versioned<? extends Draft> draft, Event... news) {
        aggregates.save(
                draft.value().id().value(),
                draft.revision(),
                draft.cause(),
                Updates.set("draft", write(draft.value())),
                List.of(news));
    }

    @Override
    public List<Versioned<Draft>> list(Query query) {
        return documents
                .find(filter(query))
                .sort(Sorts.descending("_id"))
                .limit(query.limit())
                .map(MongoDrafts::read)
                .into(new ArrayList<>());
    }

    private static Bson filter(Query query) {
        var filters = new ArrayList<Bson>();
        filters.add(Filters.in(UNIT, query.units()));
        var state = query.state();
        if (state != null) {
            filters.add(Filters.eq(STATE, state.name()));
        }
        var after = query.after();
        if (after != null) {
            filters.add(Filters.lt("_id", after.value()));
        }
        return Filters.and(filters);
    }

    private static Document write(Draft draft) {
        return DraftDocuments.write(draft);
    }

    private static Versioned<Draft> read(Document stored) {
        var draft = DraftDocuments.read(stored.getString("_id"), stored.get("draft", Document.class));
        return Versioned.of(draft, Aggregates.revision(stored));
    }
}
