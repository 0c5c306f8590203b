package cn.qianfa.monitoring.casework.mongo;

import cn.qianfa.contracts.delivery.Cause;
import cn.qianfa.contracts.delivery.Versioned;
import cn.qianfa.contracts.delivery.outbox.Aggregates;
import cn.qianfa.contracts.delivery.wiring.AggregateFactory;
import cn.qianfa.contracts.event.Event;
import cn.qianfa.contracts.event.Topic;
import cn.qianfa.monitoring.casework.Case;
import cn.qianfa.monitoring.casework.CaseId;
import cn.qianfa.monitoring.casework.Cases;
import cn.qianfa.monitoring.mongo.Page;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.CountOptions;
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

/** Cases, one document each, with their news inside. */
@Component
final class MongoCases implements Cases {
    private static final String COLLECTION = "cases";

    private final Aggregates documents;
    private final MongoCollection<Document> cases;

    @Autowired
    MongoCases(AggregateFactory aggregates, MongoDatabase database) {
        this(aggregates.open(COLLECTION, Topic.CASES), database.getCollection(COLLECTION));
    }

    MongoCases(Aggregates documents, MongoCollection<Document> cases) {
        this.documents = documents;
        this.cases = cases;
        cases.createIndex(Indexes.ascending("dueAt"), new IndexOptions().sparse(true));
        cases.createIndex(Indexes.ascending("unit", "_id"));
        cases.createIndex(Indexes.ascending("unit", "state", "_id"));
        cases.createIndex(Indexes.ascending("state", "_id"));
    }

    @Override
    public Optional<Versioned<Case>> find(CaseId id) {
        return documents.find(id.value()).map(MongoCases::read);
    }

    private static Versioned<Case> read(Document found) {
        return Versioned.of(CaseFields.read(found), Aggregates.revision(found));
    }

    @Override
    public void open(Case.Open opened, Cause cause, List<? extends Event> news) {
        var state = CaseFields.write(opened);
        state.values().removeIf(value -> value == null);
        documents.insert(opened.id().value(), cause, state, news);
    }

    @Override
    public void save(Versioned<? extends Case> changed, List<? extends Event> news) {
        var state = CaseFields.write(changed.value()).entrySet().stream()
                .map(field -> field.getValue() == null
                        ? Updates.unset(field.getKey())
                        : Updates.set(field.getKey(), field.getValue()))
                .toArray(Bson[]::new);
        documents.save(changed.value().id().value(), changed.revision(), changed.cause(), Updates.combine(state), news);
    }

    @Override
    public List<CaseId> overdue(Instant now, int limit) {
        return due(Filters.lte("dueAt", Date.from(now)), limit);
    }

    @Override
    public List<CaseId> ahead(Instant time, int limit) {
        return due(Filters.gt("dueAt", Date.from(time)), limit);
    }

    private List<CaseId> due(Bson when, int limit) {
        return cases.find(when)
                .projection(Projections.include("_id"))
                .sort(Sorts.ascending("dueAt"))
                .limit(limit)
                .map(found -> new CaseId(found.getString("_id")))
                .into(new ArrayList<>());
    }

    @Override
    public int open(int limit) {
        return (int) cases.countDocuments(Filters.eq("state", State.OPEN.name()), new CountOptions().limit(limit));
    }

    @Override
    public Optional<Instant> oldestOpen() {
        return Optional.ofNullable(cases.find(Filters.eq("state", State.OPEN.name()))
                        .projection(Projections.include("openedAt"))
                        .sort(Sorts.ascending("_id")) // a case is named after its comment: the older, the smaller
                        .first())
                .map(found -> found.getDate("openedAt").toInstant());
    }

    @Override
    public List<Versioned<Case>> page(Query query) {
        var state = query.state() == null
                ? List.<Bson>of()
                : List.of(Filters.eq("state", query.state().name()));
        return new Page(query.sight(), query.after(), query.limit())
                .of(cases, state)
                .map(MongoCases::read)
                .into(new ArrayList<>());
    }
}
