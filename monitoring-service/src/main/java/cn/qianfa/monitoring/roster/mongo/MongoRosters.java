package cn.qianfa.monitoring.roster.mongo;

import cn.qianfa.monitoring.roster.Roster;
import cn.qianfa.monitoring.roster.Rosters;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** One document per unit that wrote a roster. */
@Component
final class MongoRosters implements Rosters {
    private final MongoCollection<Document> rosters;

    MongoRosters(MongoDatabase database) {
        rosters = database.getCollection("rosters").withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    }

    @Override
    public Optional<Roster> of(String unit) {
        return Optional.ofNullable(rosters.find(Filters.eq(unit)).first())
                .map(found -> new Roster(
                        found.getString("_id"), found.getList("staff", String.class), found.getLong("version")));
    }

    @Override
    public Optional<Roster> write(String unit, List<String> staff, long version) {
        var written = version == 0 ? insert(unit, staff) : update(unit, staff, version);
        return written ? Optional.of(new Roster(unit, staff, version + 1)) : Optional.empty();
    }

    private boolean insert(String unit, List<String> staff) {
        try {
            rosters.insertOne(new Document("_id", unit).append("staff", staff).append("version", 1L));
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            return false;
        }
    }

    private boolean update(String unit, List<String> staff, long version) {
        var changed = rosters.updateOne(
                Filters.and(Filters.eq(unit), Filters.eq("version", version)),
                Updates.combine(Updates.set("staff", staff), Updates.inc("version", 1L)));
        return changed.getMatchedCount() > 0;
    }
}
