package cn.qianfa.approval.publication.mongo;

import cn.qianfa.approval.publication.Publication;
import cn.qianfa.approval.publication.PublicationId;
import cn.qianfa.approval.publication.Publications;
import cn.qianfa.contracts.delivery.Cause;
import cn.qianfa.contracts.delivery.Versioned;
import cn.qianfa.contracts.delivery.outbox.Aggregates;
import cn.qianfa.contracts.delivery.wiring.AggregateFactory;
import cn.qianfa.contracts.event.Event;
import cn.qianfa.contracts.event.Topic;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The publications of collection {@code publications}; {@code dueAt} stands only where somebody has to look again. */
@Component
final class MongoPublications implements Publications {
    private static final String NAME = "publications";
    private static final String UNIT = "publication.unit";
    private static final String STATE = "publication.state";
    private static final String DRAFT = "publication.draft";
    private static final String DUE = "dueAt";

    private final MongoCollection<Document> documents;
    private final Aggregates aggregates;

    @Autowired
    MongoPublications(MongoDatabase database, AggregateFactory aggregates) {
        this(database.getCollection(NAME), aggregates.open(NAME, Topic.PUBLICATIONS));
    }

    /** Declares the indexes it asks by. */
    MongoPublications(MongoCollection<Document> documents, Aggregates aggregates) {
        this.documents = documents;
        this.aggregates = aggregates;
        documents.createIndex(Indexes.ascending(DUE), new IndexOptions().sparse(true));
        documents.createIndex(Indexes.compoundIndex(Indexes.ascending(UNIT), Indexes.descending("_id")));
        documents.createIndex(Indexes.compoundIndex(Indexes.ascending(UNIT, STATE), Indexes.descending("_id")));
        documents.createIndex(Indexes.compoundIndex(Indexes.ascending(DRAFT), Indexes.descending("_id")));
    }

    @Override
    public Optional<Versioned<Publication>> find(PublicationId id) {
        return aggregates.find(id.value()).map(MongoPublications::read);
    }

    @Override
    public void add(Publication.Waiting publication, Cause cause, Event... news) {
        var state = new Document("publication", PublicationDocuments.write(publication))
                .append(DUE, Date.from(publication.dueAt()));
        aggregates.insert(publication.id().value(), cause, state, List.of(news));
    }

    @Override
    public void save(Versioned<? extends Publication> publication, Event... news) {
        var value = publication.value();
        var due = value.due().map(at -> Updates.set(DUE, Date.from(at))).orElseGet(() -> Updates.unset(DUE));
        aggregates.save(
                value.id().value(),
                publication.revision(),
                publication.cause(),
                Updates.combine(Updates.set("publication", PublicationDocuments.write(value)), due),
                List.of(news));
    }

    @Override
    public List<PublicationId> due(Instant now, int limit) {
        return documents
                .find(Filters.lte(DUE, Date.from(now)))
                .projection(Projections.include("_id"))
                .sort(Sorts.ascending(DUE))
                .limit(limit)
                .map(found -> new PublicationId(found.getString("_id")))
                .into(new ArrayList<>());
    }

    @Override
    public List<Versioned<Publication>> list(Query query) {
        return documents
                .find(filter(query))
                .sort(Sorts.descending("_id"))
                .limit(query.limit())
                .map(MongoPublications::read)
                .into(new ArrayList<>());
    }

    private static Bson filter(Query query) {
        var filters = new ArrayList<Bson>();
        filters.add(Filters.in(UNIT, query.units()));
        var state = query.state();
        if (state != null) {
            filters.add(Filters.eq(STATE, state.name()));
        }
        var draft = query.draft();
        if (draft != null) {
            filters.add(Filters.eq(DRAFT, draft.value()));
        }
        var after = query.after();
        if (after != null) {
            filters.add(Filters.lt("_id", after.value()));
        }
        return Filters.and(filters);
    }

    private static Versioned<Publication> read(Document stored) {
        var id = new PublicationId(stored.getString("_id"));
        var publication = PublicationDocuments.read(id, stored.get("publication", Document.class));
        return Versioned.of(publication, Aggregates.revision(stored));
    }
}
