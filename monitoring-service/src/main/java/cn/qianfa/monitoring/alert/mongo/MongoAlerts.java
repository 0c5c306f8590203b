package cn.qianfa.monitoring.alert.mongo;

import cn.qianfa.contracts.delivery.Revision;
import cn.qianfa.contracts.delivery.StaleWrite;
import cn.qianfa.contracts.delivery.Versioned;
import cn.qianfa.monitoring.alert.Alert;
import cn.qianfa.monitoring.alert.AlertId;
import cn.qianfa.monitoring.alert.Alerts;
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
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** Alerts, one document per round; {@code nextTryAt} stands in those that have to be told. */
@Component
final class MongoAlerts implements Alerts {
    private final MongoCollection<Document> alerts;

    MongoAlerts(MongoDatabase database) {
        alerts = database.getCollection("alerts").withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        alerts.createIndex(Indexes.ascending("nextTryAt"), new IndexOptions().sparse(true));
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
    public Optional<Versioned<Alert>> find(AlertId id) {
        return Optional.ofNullable(alerts.find(Filters.eq(id.value())).first())
                .map(found -> Versioned.of(AlertFields.read(found), at(found.getLong("version"))));
    }

    private static Revision at(long version) {
        return new Revision(version, 0, 0, Map.of(), List.of());
    }

    @Override
    public void save(Versioned<? extends Alert> changed) {
        var id = changed.value().notice().id().value();
        var version = changed.revision().version();
        var saved = alerts.replaceOne(
                Filters.and(Filters.eq(id), Filters.eq("version", version)),
                AlertFields.write(changed.value()).append("version", version + 1));
        if (saved.getMatchedCount() == 0) {
            throw new StaleWrite("alerts", id, version);
        }
    }

    @Override
    public List<AlertId> due(Instant now, int limit) {
        return alerts.find(Filters.lte("nextTryAt", Date.from(now)))
                .projection(Projections.include("_id"))
                .sort(Sorts.ascending("nextTryAt"))
                .limit(limit)
                .map(found -> AlertId.parse(found.getString("_id")).orElseThrow())
                .into(new ArrayList<>());
    }

    @Override
    public int waiting(int limit) {
        return (int) alerts.countDocuments(Filters.gte("nextTryAt", new Date(0)), new CountOptions().limit(limit));
    }
}
