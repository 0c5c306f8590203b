package cn.qianfa.monitoring.alert.mongo;

import static cn.qianfa.monitoring.alert.mongo.AlertFields.nextTry;

import cn.qianfa.contracts.delivery.Revision;
import cn.qianfa.contracts.delivery.StaleWrite;
import cn.qianfa.contracts.delivery.Versioned;
import cn.qianfa.monitoring.alert.Alert;
import cn.qianfa.monitoring.alert.AlertId;
import cn.qianfa.monitoring.alert.Alerts;
import cn.qianfa.monitoring.alert.Way;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/** Alerts, one document per round and way; the time of the next try stands only in those that have to be told. */
@Component
final class MongoAlerts implements Alerts {
    private final MongoCollection<Document> alerts;

    MongoAlerts(MongoDatabase database) {
        alerts = database.getCollection("alerts").withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        for (var way : Way.values()) {
            alerts.createIndex(Indexes.ascending(nextTry(way)), new IndexOptions().sparse(true));
        }
    }

    @Override
    public boolean add(Alert.Ringing alert) {
        try {
            alerts.insertOne(AlertFields.write(alert).append("version", 1L));
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            return false;
        }
    }

    @Override
    public Optional<Versioned<Alert>> find(Alert.Key key) {
        return Optional.ofNullable(alerts.find(Filters.eq(key.value())).first())
                .map(found -> Versioned.of(AlertFields.read(found), at(found.getLong("version"))));
    }

    private static Revision at(long version) {
        return new Revision(version, 0, 0, Map.of(), List.of());
    }

    @Override
    public List<Alert> of(Collection<AlertId> ids) {
        var keys = ids.stream()
                .flatMap(id -> Stream.of(Way.values()).map(way -> new Alert.Key(id, way).value()))
                .toList();
        return alerts.find(Filters.in("_id", keys))
                .map(AlertFields::read)
                .map(Alert.class::cast)
                .into(new ArrayList<>());
    }

    @Override
    public void save(Versioned<? extends Alert> changed) {
        var id = changed.value().key().value();
        var version = changed.revision().version();
        var saved = alerts.replaceOne(
                Filters.and(Filters.eq(id), Filters.eq("version", version)),
                AlertFields.write(changed.value()).append("version", version + 1));
        if (saved.getMatchedCount() == 0) {
            throw new StaleWrite("alerts", id, version);
        }
    }

    @Override
    public List<Alert.Ringing> due(Way way, Instant now, int limit) {
        return due(way, Filters.lte(nextTry(way), Date.from(now)), limit);
    }

    @Override
    public List<Alert.Ringing> due(Way way, String staff, Instant now, int limit) {
        return due(way, Filters.and(Filters.lte(nextTry(way), Date.from(now)), Filters.eq("told", staff)), limit);
    }

    @Override
    public List<Alert.Ringing> ahead(Way way, Instant time, int limit) {
        return due(way, Filters.gt(nextTry(way), Date.from(time)), limit);
    }

    private List<Alert.Ringing> due(Way way, Bson which, int limit) {
        return alerts.find(which)
                .sort(Sorts.ascending(nextTry(way)))
                .limit(limit)
                .map(AlertFields::read)
                .map(Alert.Ringing.class::cast)
                .into(new ArrayList<>());
    }

    @Override
    public int waiting(Way way, int limit) {
        return (int) alerts.countDocuments(Filters.gte(nextTry(way), new Date(0)), new CountOptions().limit(limit));
    }

    @Override
    public Optional<Instant> oldestWaiting(Way way, int limit) {
        return alerts
                .find(Filters.gte(nextTry(way), new Date(0)))
                .projection(Projections.include("raisedAt"))
                .sort(Sorts.ascending(nextTry(way)))
                .limit(limit)
                .map(found -> found.getDate("raisedAt").toInstant())
                .into(new ArrayList<>())
                .stream()
                .min(Instant::compareTo);
    }
}
